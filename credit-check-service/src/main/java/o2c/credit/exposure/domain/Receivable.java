package o2c.credit.exposure.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;

/**
 * An invoice as far as its effect on exposure goes.
 *
 * @param issuedOn the business day it counts from, also when that day is still to come
 */
public record Receivable(LocalDate issuedOn) {

    /** The invoice is owed from its day of issue on. */
    public List<Movement> issued(Money total) {
        return List.of(new Movement(ExposureKind.OPEN_INVOICES, total, issuedOn));
    }

    /**
     * Cash was set against it: the invoice and the unallocated cash fall alike, on the day the money came in; money
     * that came before the invoice waits as cash until the day of issue.
     */
    public List<Movement> paid(Money amount, LocalDate receivedOn) {
        LocalDate on = receivedOn.isBefore(issuedOn) ? issuedOn : receivedOn;
        return List.of(
                new Movement(ExposureKind.OPEN_INVOICES, amount.negated(), on),
                new Movement(ExposureKind.UNALLOCATED_CASH, amount.negated(), on));
    }
}
