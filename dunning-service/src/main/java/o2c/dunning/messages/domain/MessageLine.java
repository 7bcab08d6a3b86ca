package o2c.dunning.messages.domain;

import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.Money;

/**
 * One invoice that a message names.
 *
 * @param open what is still open on it
 * @param disputed the part of it that is not asked for
 * @param level the level this invoice has reached
 * @param stepTaken whether the message is a step of this invoice; else it is listed for information
 */
public record MessageLine(
        UUID invoiceId,
        String invoiceNumber,
        LocalDate dueOn,
        Money open,
        Money disputed,
        int level,
        boolean stepTaken) {

    /** What is asked for. */
    public Money asked() {
        return open.minus(disputed);
    }

    /** Why the invoice stands in the message: {@code step-taken} or {@code listed-for-information}. */
    public String reason() {
        return stepTaken ? "step-taken" : "listed-for-information";
    }
}
