package o2c.invoice.receivables.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import o2c.invoice.terms.domain.Instalment;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.Money;

/**
 * What was agreed about paying an invoice.
 *
 * @param version the version of terms it is under, or null
 * @param instalments at least one; they add up to what is owed
 */
public record Agreement(TermsVersion version, List<Instalment> instalments) {

    public Agreement {
        instalments = List.copyOf(instalments);
    }

    /** All of it on a day that the caller gave, which never moves by itself. */
    public static Agreement on(LocalDate dueOn, Money owed) {
        return new Agreement(null, List.of(new Instalment(1, dueOn, dueOn, owed)));
    }

    /** As the terms say. */
    public static Agreement under(TermsVersion terms, LocalDate issuedOn, Money owed) {
        List<Instalment> parts = terms.terms().schedule(issuedOn, owed);
        List<Instalment> worthPaying =
                parts.stream().filter(part -> part.amount().isPositive()).toList();
        return new Agreement(terms, worthPaying.isEmpty() ? parts : worthPaying);
    }

    /** The same days, under those terms; null for none. */
    public Agreement naming(TermsVersion terms) {
        return new Agreement(terms, instalments);
    }

    /** The version by name, or null. */
    public TermsUsed terms() {
        return version == null ? null : new TermsUsed(version.termsId(), version.version());
    }

    /** Discounts for early payment, each as last day and percentage, {@code 2026-01-19=2.00}; null without. */
    public String discounts(LocalDate issuedOn) {
        return version == null || version.terms().discounts().isEmpty()
                ? null
                : version.terms().discounts().stream()
                        .map(step -> step.until(issuedOn) + "="
                                + step.percentage().value().toPlainString())
                        .collect(Collectors.joining(" "));
    }

    /** Late interest in percent a year as agreed; zero where the law's rate counts. */
    public BigDecimal lateRate() {
        return version == null || version.terms().lateInterest().annualRate() == null
                ? BigDecimal.ZERO
                : version.terms().lateInterest().annualRate();
    }

    /** What is due first. */
    public Instalment first() {
        return instalments.get(0);
    }

    /** Whether it is paid in more than one part. */
    public boolean isInParts() {
        return instalments.size() > 1;
    }
}
