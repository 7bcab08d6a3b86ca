package o2c.policy.calculators;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Percentage;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.DisputeScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would be insured of these receivables? Every amount is a plain decimal in {@code currency}.
 *
 * @param insuredPercentage in percent
 * @param maxTermDays longest insured payment term; any unless told
 * @param disputeScope whole-invoice unless told
 */
record CoverQuestion(
        @NotNull Currency currency,
        CoverRule rule,
        @NotNull Percentage insuredPercentage,
        @Size(max = 500) List<@Valid LimitFrom> limits,
        @NotNull @Size(max = 5000) List<@Valid Item> receivables,
        @NotNull LocalDate asOf,
        @Min(0) @Max(3650) Integer maxTermDays,
        DisputeScope disputeScope) {

    /** A limit from a day on, until the next; zero = none. */
    record LimitFrom(
            @NotNull BigDecimal amount, @NotNull LocalDate effectiveFrom, LimitKind kind, Percentage percentage) {}

    /** Money received; without a day it counts at asOf. */
    record Receipt(
            @NotNull BigDecimal amount,
            @JsonAlias("receivedOn") LocalDate paidOn) {}

    /**
     * A receivable.
     *
     * @param amount on the basis the policy insures; without VAT when {@code grossAmount} is given too
     * @param grossAmount the ledger's amount with VAT; payments count against it
     * @param termsDays payment term, from the two days unless told
     * @param disputed true, or the disputed amount
     * @param excludedReason why nothing of it is insured, for what the caller knows
     * @param limitKind the kind of limit it stands under when not the one in force
     */
    record Item(
            @NotNull @Size(min = 1, max = 200) String reference,
            @NotNull LocalDate invoicedOn,
            @NotNull LocalDate dueOn,
            @NotNull BigDecimal amount,
            @Size(max = 1000) List<@Valid Receipt> payments,
            BigDecimal grossAmount,
            @Min(0) @Max(3650) Integer termsDays,

            @Schema(description = "true, or the disputed amount as a decimal string")
            JsonNode disputed,

            @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 64)
            String excludedReason,

            LimitKind limitKind) {}
}
