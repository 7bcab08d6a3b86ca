package o2c.credit.limits.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Somebody asks for a credit limit.
 *
 * @param amount the whole limit asked for, not the change; zero ends credit
 * @param validTo last day, or null
 * @param requestedBy who asked; may not decide on it
 */
public record LimitRequest(
        UUID requestId,
        String customerId,
        Money amount,
        LocalDate validFrom,
        LocalDate validTo,
        String reason,
        Status status,
        String requestedBy) {

    /** Where a request stands. */
    public enum Status {
        PENDING("pending"),
        APPROVED("approved"),
        DECLINED("declined");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The word in answers and in the books. */
        public String code() {
            return code;
        }

        /** The status behind a word of the books. */
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Takes a request: approved at once up to the policy's threshold, else pending.
     *
     * @throws RuleBroken {@code limit-negative}, {@code period-reversed}, {@code limit-already-over}
     */
    public LimitRequest asked(CreditPolicy policy, LocalDate today) {
        if (amount.isNegative()) {
            throw RuleBroken.invalid("limit-negative", "a limit is zero or more")
                    .at("/amount");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw RuleBroken.invalid("period-reversed", "validTo lies before validFrom")
                    .at("/validTo");
        }
        refuseWhenOver(today);
        return with(policy.needsApproval(amount) ? Status.PENDING : Status.APPROVED);
    }

    /**
     * Somebody else says yes or no.
     *
     * @throws RuleBroken {@code four-eyes} on one's own request, {@code already-decided}, {@code limit-already-over}
     */
    public LimitRequest decided(boolean approved, String decidedBy, LocalDate today) {
        if (status != Status.PENDING) {
            throw RuleBroken.conflict("already-decided", "this request is " + status.code());
        }
        if (requestedBy.equals(decidedBy)) {
            throw RuleBroken.forbidden("four-eyes", "somebody else than the one who asked must decide");
        }
        if (approved) {
            refuseWhenOver(today);
        }
        return with(approved ? Status.APPROVED : Status.DECLINED);
    }

    private void refuseWhenOver(LocalDate today) {
        if (validTo != null && validTo.isBefore(today)) {
            throw RuleBroken.refused("limit-already-over", "validTo lies before the business date " + today)
                    .at("/validTo");
        }
    }

    private LimitRequest with(Status next) {
        return new LimitRequest(requestId, customerId, amount, validFrom, validTo, reason, next, requestedBy);
    }
}
