package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import o2c.invoice.payments.CashRuleBook.Version;
import o2c.invoice.payments.domain.CashRules;
import o2c.invoice.payments.domain.ChargesOrder;
import o2c.invoice.payments.domain.Tolerance;
import o2c.kernel.Percentage;
import o2c.runtime.http.Answer;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How the tenant sets money against debts. */
@Path("/v1/cash-rules")
@Tag(name = "Payments")
class CashRulesResource {

    private static final String TOLD = """
        {"effectiveFrom":"2026-02-01","chargesOrder":"principal-first",
         "underpayment":{"amount":"0.05"},"overpayment":{"amount":"1.00","percentage":"0.50"}}\
        """;

    private static final String ANSWERED = """
        {"version":1,"effectiveFrom":"2026-02-01","chargesOrder":"principal-first",
         "underpayment":{"amount":"0.05"},"overpayment":{"amount":"1.00","percentage":"0.50"}}\
        """;

    private final CashRuleBook book;
    private final Tenancy tenancy;

    CashRulesResource(CashRuleBook book, Tenancy tenancy) {
        this.book = book;
        this.tenancy = tenancy;
    }

    /** Up to where a difference is let go: an amount in the payment's currency, and a share as well where told. */
    @Schema(name = "Tolerance")
    record Bound(
            @NotNull BigDecimal amount,

            @Schema(implementation = String.class, description = "Percent of the invoice, or of the payment")
            BigDecimal percentage) {

        private Tolerance tolerance() {
            return new Tolerance(amount, percentage == null ? null : new Percentage(percentage));
        }

        private static Bound of(Tolerance tolerance) {
            return new Bound(
                    tolerance.amount(),
                    tolerance.percentage() == null
                            ? null
                            : tolerance.percentage().value());
        }
    }

    /** A new version of the rules. */
    @Schema(name = "CashRulesDecision")
    record Decided(
            @Schema(description = "First day they count; today's business date when left out")
            LocalDate effectiveFrom,

            @NotNull ChargesOrder chargesOrder,
            @NotNull @Valid Bound underpayment,
            @NotNull @Valid Bound overpayment) {}

    /** A version of the rules. */
    @Schema(name = "CashRules")
    record RulesView(
            @Schema(description = "0 before anything was decided")
            int version,

            LocalDate effectiveFrom,
            ChargesOrder chargesOrder,
            Bound underpayment,
            Bound overpayment) {

        private static RulesView of(Version version) {
            CashRules rules = version.rules();
            return new RulesView(
                    version.number(),
                    version.effectiveFrom(),
                    rules.chargesOrder(),
                    Bound.of(rules.underpayment()),
                    Bound.of(rules.overpayment()));
        }
    }

    @PUT
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "decideCashRules",
            summary = "Decide how money is set against debts",
            description = "`chargesOrder`: `principal-first` (late charges keep no invoice open), `law` (of each"
                    + " debt costs, interest, principal) or `law-from-notice` (the first until the formal notice for"
                    + " the invoice, then the second; holds until something else is decided). `underpayment`: up"
                    + " to where a missing rest is written off as a small difference; `overpayment`: up to where a"
                    + " rest of a payment is kept. A new version; none is overwritten; the same again changes nothing."
                    + " Refusals: `tolerance-out-of-range`, `effective-in-past` (422), `percentage-out-of-range`"
                    + " (400). Scope `invoice:write`.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rules", value = TOLD)))
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema = @Schema(implementation = RulesView.class),
                            examples = @ExampleObject(name = "rules", value = ANSWERED)))
    public RestResponse<RulesView> decide(@Valid @NotNull Decided decided) {
        LocalDate from = Optional.ofNullable(decided.effectiveFrom()).orElseGet(tenancy::today);
        CashRules rules = new CashRules(
                decided.chargesOrder(),
                decided.underpayment().tolerance(),
                decided.overpayment().tolerance());
        Version version = book.decide(from, rules);
        return Answer.versioned(RulesView.of(version), version.number());
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCashRules",
            summary = "Read how money is set against debts",
            description = "The version in force on `on`, today's business date when left out."
                    + " Refusal: `date-malformed` (400). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema = @Schema(implementation = RulesView.class),
                            examples = @ExampleObject(name = "rules", value = ANSWERED)))
    public RestResponse<RulesView> read(@QueryParam("on") LocalDate on) {
        LocalDate day = on == null ? tenancy.today() : on;
        Version version = book.versionOn(day).orElse(new Version(0, null, CashRules.USUAL));
        return Answer.versioned(RulesView.of(version), version.number());
    }
}
