package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.UninsuredPart;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cover-calculations")
@Tag(name = "Calculators")
class CoverCalculationResource {

    private static final String EXAMPLE = """
            {"currency":"EUR","rule":"silo","insuredPercentage":"90.00","asOf":"2026-03-31",
             "limits":[{"amount":"100000.00","effectiveFrom":"2026-01-01"}],
             "receivables":[{"reference":"A","invoicedOn":"2026-01-10","dueOn":"2026-02-09","amount":"40000.00",
                             "payments":[{"amount":"10000.00","paidOn":"2026-03-10"}]},
                            {"reference":"B","invoicedOn":"2026-01-20","dueOn":"2026-02-19","amount":"75000.00"}]}""";

    /** How much is not insured for one reason. */
    record PlainReason(String reason, BigDecimal amount) {

        static List<PlainReason> of(List<UninsuredPart> parts) {
            return parts.stream()
                    .map(part ->
                            new PlainReason(part.reason().code(), part.amount().amount()))
                    .toList();
        }
    }

    /** One receivable at the close of asOf. */
    record PlainLine(
            String reference,
            BigDecimal outstanding,
            BigDecimal covered,
            BigDecimal insured,
            BigDecimal uninsured,
            List<PlainReason> reasons) {

        static PlainLine of(CoverLine line) {
            return new PlainLine(
                    line.receivable().reference(),
                    line.outstanding().amount(),
                    line.covered().amount(),
                    line.insured().amount(),
                    line.uninsured().amount(),
                    PlainReason.of(line.reasons()));
        }
    }

    /** All receivables, oldest first, and their sums. */
    record CoverAnswer(
            Currency currency,
            List<PlainLine> lines,
            BigDecimal covered,
            BigDecimal insured,
            BigDecimal uninsured,
            List<PlainReason> reasons) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculateCover",
            summary = "What would be insured of these receivables under these limits?",
            description = "A pure calculator on one customer's receivables at the close of asOf; nothing is stored."
                    + " Amounts are plain decimals in `currency`, percentages percent; rule silo (default), fixed or"
                    + " pro-rata. With grossAmount the amount is without VAT and uninsured counts against the gross"
                    + " ledger. Refusals: 400 wrong-minor-digits, amount-negative. Scope: policy:read.")
    public CoverAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "two invoices", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    CoverQuestion question) {
        List<CoverLine> lines = new CoverCase(question).lines();
        Currency currency = question.currency();
        return new CoverAnswer(
                currency,
                lines.stream().map(PlainLine::of).toList(),
                sum(lines.stream().map(CoverLine::covered).toList(), currency),
                sum(lines.stream().map(CoverLine::insured).toList(), currency),
                sum(lines.stream().map(CoverLine::uninsured).toList(), currency),
                PlainReason.of(CustomerCover.byReason(
                        lines.stream().flatMap(line -> line.reasons().stream()).toList())));
    }

    private static BigDecimal sum(List<Money> amounts, Currency currency) {
        return Money.sum(amounts, currency).amount();
    }
}
