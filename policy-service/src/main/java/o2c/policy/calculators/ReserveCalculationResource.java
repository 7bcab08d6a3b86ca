package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.reckoning.domain.Step;
import o2c.policy.reserves.domain.Bucket;
import o2c.policy.reserves.domain.ExpectedLoss;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reserve-calculations")
@Tag(name = "Calculators")
class ReserveCalculationResource {

    private static final String EXAMPLE = """
            {"currency":"EUR","posted":"6500.00","buckets":[
             {"bucket":"not-due","open":"412350.40","rate":"0.40","insured":"300000.00"},
             {"bucket":"1-30","open":"98120.15","rate":"1.50","insured":"70000.00"}]}""";

    /**
     * A provision matrix; plain decimals in {@code currency}.
     *
     * @param posted balance on the books; zero unless told
     */
    record ReserveQuestion(
            @NotNull Currency currency,
            BigDecimal posted,
            @NotNull @Size(max = 500) List<@NotNull @Valid Field> buckets) {

        ExpectedLoss loss() {
            List<Bucket> read = new ArrayList<>();
            for (int i = 0; i < buckets.size(); i++) {
                read.add(buckets.get(i).read(new PlainMoney(currency), "/buckets/" + i));
            }
            return new ExpectedLoss(read, currency);
        }
    }

    /** One field of the matrix: open and insured amount, loss rate in percent. */
    record Field(
            @NotNull @Size(min = 1, max = 100) String bucket,
            @NotNull BigDecimal open,
            @NotNull Percentage rate,
            BigDecimal insured) {

        Bucket read(PlainMoney money, String at) {
            Money opened = money.of(open, at + "/open");
            Money covered = money.orZero(insured, at + "/insured");
            try {
                return new Bucket(bucket, opened, rate, covered);
            } catch (RuleBroken refused) {
                throw refused.at(at + (refused.code().startsWith("percentage") ? "/rate" : "/insured"));
            }
        }
    }

    /** The expected loss of one field. */
    record BucketAnswer(String bucket, BigDecimal lossOnAll, BigDecimal lossOnInsured, BigDecimal lossOnUninsured) {}

    /** The sums; {@code movement} = loss on the uninsured part less what is posted. */
    record ReserveAnswer(
            Currency currency,
            List<BucketAnswer> buckets,
            BigDecimal lossOnAll,
            BigDecimal lossOnInsured,
            BigDecimal lossOnUninsured,
            BigDecimal posted,
            BigDecimal movement,
            List<PlainStep> steps) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculateReserve",
            summary = "What must be set aside for these receivables?",
            description = "Per field of the matrix: loss on all = open x rate, loss on the uninsured part = (open -"
                    + " insured) x rate, each rounded half up; the insured part is the difference. movement = loss on"
                    + " the uninsured part - posted; negative = may be released. Plain decimals in `currency`, rates in"
                    + " percent. Nothing is stored. Refusals: 400 insured-exceeds-open, percentage-out-of-range,"
                    + " wrong-minor-digits, amount-negative. Scope: policy:read.")
    public ReserveAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "two buckets", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    ReserveQuestion question) {
        ExpectedLoss loss = question.loss();
        Money posted = new PlainMoney(question.currency()).orZero(question.posted(), "/posted");
        return new ReserveAnswer(
                question.currency(),
                loss.buckets().stream().map(ReserveCalculationResource::answer).toList(),
                loss.onAll().amount(),
                loss.onInsured().amount(),
                loss.onUninsured().amount(),
                posted.amount(),
                loss.movementFrom(posted).amount(),
                PlainStep.of(List.of(
                        new Step("loss before insurance", loss.onAll()),
                        new Step("less the insured part of it, " + loss.onInsured(), loss.onUninsured()),
                        new Step("less what is posted, " + posted, loss.movementFrom(posted)))));
    }

    private static BucketAnswer answer(Bucket bucket) {
        return new BucketAnswer(
                bucket.name(),
                bucket.lossOnAll().amount(),
                bucket.lossOnInsured().amount(),
                bucket.lossOnUninsured().amount());
    }
}
