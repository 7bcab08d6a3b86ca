package o2c.credit.exposure.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;

/**
 * An invoice as far as its effect on exposure goes. Nothing that happens to it counts before the invoice itself does:
 * exposure follows the books of invoice-service day by day.
 *
 * @param issuedOn the business day it counts from, also when that day is still to come
 * @param dueOn the agreed day
 */
public record Receivable(LocalDate issuedOn, LocalDate dueOn) {

    /** An invoice that was not heard of: what happens to it counts from the day it is booked on. */
    public static Receivable unheard(LocalDate bookedOn) {
        return new Receivable(bookedOn, bookedOn);
    }

    /** The invoice is owed from its day of issue on. */
    public List<Movement> issued(Money total) {
        return List.of(new Movement(ExposureKind.OPEN_INVOICES, total, issuedOn));
    }

    /**
     * Cash was set against it: the invoice and the unallocated cash fall alike, on the day the money came in; money
     * that came before the invoice waits as cash until the day of issue.
     */
    public List<Movement> paid(Money amount, LocalDate receivedOn) {
        LocalDate on = countsFrom(receivedOn);
        return List.of(
                new Movement(ExposureKind.OPEN_INVOICES, amount.negated(), on),
                new Movement(ExposureKind.UNALLOCATED_CASH, amount.negated(), on));
    }

    /** Cash was set against late charges of it: the cash falls, the principal does not. */
    public List<Movement> chargesPaid(Money charges, LocalDate bookedOn) {
        return List.of(new Movement(ExposureKind.UNALLOCATED_CASH, charges.negated(), countsFrom(bookedOn)));
    }

    /** A part of it was given up, as discount or as a write-off of any kind: no cash falls. */
    public List<Movement> givenUp(Money amount, LocalDate bookedOn) {
        return List.of(new Movement(ExposureKind.OPEN_INVOICES, amount.negated(), countsFrom(bookedOn)));
    }

    /** What a payment had done to it is undone. */
    public List<Movement> owedAgain(Money amount, LocalDate reversedOn) {
        return List.of(new Movement(ExposureKind.OPEN_INVOICES, amount, countsFrom(reversedOn)));
    }

    /**
     * A credit was set against it: the invoice and the open credit fall alike.
     *
     * @param fromTheStart whether the invoice was wrong from the first day: then it is lower from its due day on
     */
    public List<Movement> credited(Money amount, LocalDate bookedOn, boolean fromTheStart) {
        LocalDate on = countsFrom(fromTheStart && dueOn.isBefore(bookedOn) ? dueOn : bookedOn);
        return List.of(
                new Movement(ExposureKind.OPEN_INVOICES, amount.negated(), on),
                new Movement(ExposureKind.OPEN_CREDITS, amount.negated(), on));
    }

    private LocalDate countsFrom(LocalDate day) {
        return day.isBefore(issuedOn) ? issuedOn : day;
    }
}
