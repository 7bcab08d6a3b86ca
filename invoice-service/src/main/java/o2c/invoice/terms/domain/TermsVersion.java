package o2c.invoice.terms.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Payment terms as they are since a day. Versions are added, never changed.
 *
 * @param version 1 for the first; of two for the same day the higher counts
 */
public record TermsVersion(String termsId, int version, LocalDate effectiveFrom, PaymentTerms terms) {

    private static final Comparator<TermsVersion> LATEST =
            Comparator.comparing(TermsVersion::effectiveFrom).thenComparing(TermsVersion::version);

    /** The version in force on that day, if there is one yet. */
    public static Optional<TermsVersion> inForceOn(LocalDate day, List<TermsVersion> versions) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .max(LATEST);
    }
}
