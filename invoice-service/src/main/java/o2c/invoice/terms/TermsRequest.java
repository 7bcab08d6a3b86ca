package o2c.invoice.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import o2c.invoice.terms.domain.DiscountStep;
import o2c.invoice.terms.domain.DueRule;
import o2c.invoice.terms.domain.HolidayShift;
import o2c.invoice.terms.domain.InstalmentRule;
import o2c.invoice.terms.domain.LateInterest;
import o2c.invoice.terms.domain.PaymentTerms;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Payment terms as a caller puts them, and as they are stored: one day, or instalments. */
@Schema(name = "PaymentTermsRequest")
record TermsRequest(
        @NotNull @Size(min = 1, max = 200) @Schema(examples = "30 days, 2 % within 14")
        String name,

        @Schema(description = "First day of issue that this version is for; the business date unless told")
        LocalDate effectiveFrom,

        @Schema(description = "Short for method net with so many days", examples = "30")
        Integer netDays,

        @Valid Due due,
        @Size(max = 120) List<@Valid @NotNull Part> instalments,
        @Size(max = 10) List<@Valid @NotNull Step> discounts,
        @Valid Interest lateInterest,
        HolidayShift holidayShift,

        @Size(max = 100) @Schema(description = "Days beside weekends and TARGET closing days on which banks are closed")
        List<@NotNull LocalDate> holidays) {

    /** How the agreed day follows from the day of issue. */
    @Schema(name = "DueRule")
    public record Due(
            @NotNull DueRule.Method method,

            @Schema(description = "Calendar months, 0 to 24")
            Integer months,

            @Schema(description = "Calendar days, 0 to 730") Integer days,

            @Schema(description = "1 to 31, for method fixed-day only")
            Integer dayOfMonth) {

        private DueRule rule() {
            return new DueRule(method, orZero(months), orZero(days), dayOfMonth);
        }
    }

    /** One of several parts. */
    @Schema(name = "InstalmentRule")
    public record Part(
            @NotNull @Schema(description = "Share in proportion to the other weights", examples = "50")
            BigDecimal weight,

            Integer netDays,
            @Valid Due due) {

        private InstalmentRule rule() {
            return new InstalmentRule(weight, one(netDays, due));
        }
    }

    /** A discount for money that reaches the account within so many days after issue. */
    @Schema(name = "DiscountStep")
    public record Step(@NotNull Integer withinDays, @NotNull Percentage percentage) {}

    /** What was agreed about late payment; the law's rate when nothing is told. */
    @Schema(name = "LateInterestTerms")
    public record Interest(
            @NotNull LateInterest.Basis basis,

            @Schema(description = "Percent a year, for basis contractual only", examples = "12.00")
            BigDecimal annualRate,

            @Size(max = 500) @Schema(description = "An agreed penalty, in words")
            String penalty) {}

    /**
     * The terms meant.
     *
     * @throws RuleBroken {@code due-rule-missing} and those of {@link PaymentTerms}, naming the field
     */
    PaymentTerms terms() {
        return new PaymentTerms(
                name,
                instalments == null || instalments.isEmpty()
                        ? List.of(new InstalmentRule(BigDecimal.ONE, one(netDays, due)))
                        : severalOnly(),
                placed("/discounts", discounts, step -> new DiscountStep(step.withinDays(), step.percentage())),
                lateInterest == null
                        ? LateInterest.STATUTORY
                        : new LateInterest(lateInterest.basis(), lateInterest.annualRate(), lateInterest.penalty()),
                holidayShift == null ? HolidayShift.NONE : holidayShift,
                holidays == null ? Set.of() : Set.copyOf(holidays));
    }

    private List<InstalmentRule> severalOnly() {
        if (netDays != null || due != null) {
            throw RuleBroken.refused("due-rule-ambiguous", "either one day or instalments")
                    .at("/instalments");
        }
        return placed("/instalments", instalments, Part::rule);
    }

    private static DueRule one(Integer netDays, Due due) {
        if ((netDays == null) == (due == null)) {
            throw RuleBroken.refused("due-rule-missing", "either netDays or due says when to pay")
                    .at("/due");
        }
        if (due == null) {
            return placedAt("/netDays", () -> DueRule.netDays(netDays));
        }
        try {
            return due.rule();
        } catch (RuleBroken wrong) {
            throw wrong.at("/due" + Objects.requireNonNullElse(wrong.pointer(), ""));
        }
    }

    private static DueRule placedAt(String pointer, Supplier<DueRule> rule) {
        try {
            return rule.get();
        } catch (RuleBroken wrong) {
            throw wrong.at(pointer);
        }
    }

    private static <A, B> List<B> placed(String pointer, List<A> items, Function<A, B> read) {
        List<A> all = items == null ? List.of() : items;
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    try {
                        return read.apply(all.get(i));
                    } catch (RuleBroken wrong) {
                        throw wrong.at(pointer + "/" + i + Objects.requireNonNullElse(wrong.pointer(), ""));
                    }
                })
                .toList();
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
