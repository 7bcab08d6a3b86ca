package o2c.credit.insolvency.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.contracts.CreditEvent.Contact;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;

/**
 * An insolvency of a customer. While it is open he gets no new credit.
 *
 * @param openedOn the day the court opened it; interest and claims are split there
 * @param administrator whom to write to from now on, or null when not named yet
 * @param source where it became known, such as the insolvency register
 * @param registeredOn business date of registration
 * @param endedOn null while open
 */
public record Insolvency(
        UUID insolvencyId,
        String customerId,
        Kind kind,
        LocalDate openedOn,
        String court,
        String caseNumber,
        Contact administrator,
        String source,
        LocalDate registeredOn,
        LocalDate endedOn,
        String endReason) {

    /** What the court opened. */
    public enum Kind {
        BANKRUPTCY,
        MORATORIUM,
        RESTRUCTURING,
        NATURAL_PERSON_SCHEME,
        LIQUIDATION;

        /** The word in events, reasons and the books. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind behind a word of the books. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Takes note of it.
     *
     * @throws RuleBroken {@code date-in-future}
     */
    public Decision<Insolvency> registered() {
        if (openedOn.isAfter(registeredOn)) {
            throw RuleBroken.refused("date-in-future", "the business date is " + registeredOn)
                    .at("/openedOn");
        }
        return Decision.of(this, new CreditEvent.InsolvencyRegistered(customerId, insolvencyId, kind.code(), openedOn));
    }

    /**
     * It is over: discharged, lifted or closed.
     *
     * @throws RuleBroken {@code insolvency-ended}, {@code date-in-future}, {@code end-before-opening}
     */
    public Decision<Insolvency> end(LocalDate on, String why, LocalDate today) {
        if (endedOn != null) {
            throw RuleBroken.conflict("insolvency-ended", "it ended on " + endedOn);
        }
        if (on.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "the business date is " + today)
                    .at("/endedOn");
        }
        if (on.isBefore(openedOn)) {
            throw RuleBroken.refused("end-before-opening", "it was opened on " + openedOn)
                    .at("/endedOn");
        }
        return Decision.of(
                new Insolvency(
                        insolvencyId,
                        customerId,
                        kind,
                        openedOn,
                        court,
                        caseNumber,
                        administrator,
                        source,
                        registeredOn,
                        on,
                        why),
                new CreditEvent.InsolvencyEnded(customerId, insolvencyId, kind.code(), on));
    }
}
