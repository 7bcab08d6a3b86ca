package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Money;

/**
 * What had happened to an item before the suite took it over.
 *
 * @param period the day whose close was taken over, and until when nobody is written to
 * @param settledOn the day it was paid, for history; null for an open item
 * @param dunning what the customer was told before
 * @param disputedAmount what the customer contests, or null
 * @param promisedOn the day he promised to pay, or null
 * @param placedWith the agency that has it, or null
 */
public record Opening(
        Period period,
        LocalDate settledOn,
        Dunning dunning,
        Money disputedAmount,
        LocalDate promisedOn,
        String placedWith) {

    /** The close of {@code asOf}; silence before {@code quietUntil}, or null for none. */
    public record Period(LocalDate asOf, LocalDate quietUntil) {}

    /** The last level that was reached, 0 for none, and when; the day of the formal notice. */
    public record Dunning(int levelReached, LocalDate lastStepOn, LocalDate noticeSentOn) {}

    InvoiceEvent.Opening told() {
        return new InvoiceEvent.Opening(
                period.asOf(),
                period.quietUntil(),
                dunning.levelReached(),
                dunning.lastStepOn(),
                dunning.noticeSentOn(),
                disputedAmount,
                promisedOn,
                placedWith);
    }
}
