package o2c.credit.behaviour.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice with the money that was set against it, and what was granted on it.
 *
 * @param total in the tenant's base currency, as at its day of issue; so are the parts
 * @param parts in the order in which the money came in
 * @param disputed whether the customer ever contested it
 * @param closedOn the day on which invoice-service told it settled, in whatever way, or null
 */
public record PaidInvoice(
        UUID invoiceId,
        LocalDate issuedOn,
        LocalDate dueOn,
        BigDecimal total,
        List<Part> parts,
        boolean disputed,
        LocalDate closedOn) {

    /**
     * What was set against an invoice; negative where it is undone.
     *
     * @param receivedOn the day it reached the account, or on which it was granted
     * @param money false for discount, credit and what was written off: less is open, but nobody paid
     */
    public record Part(LocalDate receivedOn, BigDecimal amount, boolean money) {

        public Part(LocalDate receivedOn, BigDecimal amount) {
            this(receivedOn, amount, true);
        }
    }

    public PaidInvoice {
        parts = parts.stream().sorted(Comparator.comparing(Part::receivedOn)).toList();
    }

    /** The day on which nothing was open any more; empty while something is. */
    public Optional<LocalDate> settledOn() {
        if (closedOn != null) {
            return Optional.of(closedOn);
        }
        return open().signum() > 0 || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 1).receivedOn());
    }

    /** What is still open. */
    public BigDecimal open() {
        return closedOn != null
                ? BigDecimal.ZERO
                : total.subtract(parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .max(BigDecimal.ZERO);
    }

    /** Days from the agreed day to another; negative when that one comes before. */
    long daysLate(LocalDate day) {
        return ChronoUnit.DAYS.between(dueOn, day);
    }

    /** The invoice as it stood at the close of a day, or empty when it was not issued yet. */
    Optional<PaidInvoice> asOf(LocalDate day) {
        return issuedOn.isAfter(day)
                ? Optional.empty()
                : Optional.of(new PaidInvoice(
                        invoiceId,
                        issuedOn,
                        dueOn,
                        total,
                        parts.stream()
                                .filter(part -> !part.receivedOn().isAfter(day))
                                .toList(),
                        disputed,
                        closedOn == null || closedOn.isAfter(day) ? null : closedOn));
    }
}
