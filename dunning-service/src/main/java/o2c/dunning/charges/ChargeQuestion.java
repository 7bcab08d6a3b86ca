package o2c.dunning.charges;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.dunning.charges.domain.Order;
import o2c.kernel.Percentage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed on these claims? Every amount is a plain decimal in {@code currency}.
 *
 * @param jurisdiction NL, BE, DE, FR or GB
 * @param debtorKind business, consumer or public-body
 * @param calculateUntil the last day that bears interest
 * @param contractualAnnualRate percent per year, in place of the statutory rate where the law lets it
 * @param dayCount ACT/365 unless told, or ACT/ACT
 * @param compounding law unless told, or none
 * @param collectionCostVatRate percent, where the creditor cannot deduct VAT on costs by scale
 * @param noticeReceivedOn day on which a consumer received the notice (in Belgium: the first day of the waiting time)
 * @param allocation law (costs, interest, principal) or principal-first; unless told by law where collection costs are
 *     claimed, else the principal first
 * @param recurring for a claim that comes back every month
 */
record ChargeQuestion(
        @NotNull @Size(max = 8) String jurisdiction,
        @NotNull @Size(max = 20) String debtorKind,
        @NotNull Currency currency,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid ClaimLine> claims,
        @Size(max = 1000) List<@NotNull @Valid PaymentLine> payments,
        @NotNull LocalDate calculateUntil,
        Percentage contractualAnnualRate,
        @Size(max = 20) String dayCount,
        Compounding compounding,

        @Schema(
                description = "none (unless told), statutory, minimum, or an object with `amount` and `claimedOn`."
                        + " What is not none is claimed and takes part in allocation.")
        JsonNode collectionCosts,

        Percentage collectionCostVatRate,
        LocalDate noticeReceivedOn,
        Order allocation,
        @Valid RecurringLine recurring) {

    /** Whether unpaid interest is added to its base. */
    enum Compounding {
        LAW,
        NONE
    }

    /**
     * A debt.
     *
     * @param principal with VAT
     * @param defaultOn the first day of default, where that is not the day after dueOn
     * @param credits what was taken off it
     */
    record ClaimLine(
            @NotNull @Size(min = 1, max = 200) String reference,
            @NotNull BigDecimal principal,
            @NotNull LocalDate dueOn,
            LocalDate defaultOn,
            @Size(max = 100) List<@NotNull @Valid CreditLine> credits) {}

    /**
     * An amount taken off a claim.
     *
     * @param effectiveOn the day it counts from; absent: it was never owed
     */
    record CreditLine(@NotNull BigDecimal amount, LocalDate effectiveOn) {}

    /**
     * Money received.
     *
     * @param reference the claim the payer names
     */
    record PaymentLine(
            @NotNull BigDecimal amount,
            @NotNull LocalDate paidOn,
            @Size(min = 1, max = 200) String reference) {}

    /** A month's claim, and the costs charged on such claims within six months. */
    record RecurringLine(
            @NotNull BigDecimal monthlyAmount, @NotNull BigDecimal chargedInSixMonths) {}
}
