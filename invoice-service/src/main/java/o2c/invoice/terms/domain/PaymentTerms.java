package o2c.invoice.terms.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * When and in how many parts an invoice is to be paid, what paying early saves and what paying late costs.
 *
 * @param instalments at least one, by rising day
 * @param discounts by rising days and falling percentage; may be empty
 * @param holidays days beside weekends and TARGET closing days on which nothing is payable
 */
public record PaymentTerms(
        String name,
        List<InstalmentRule> instalments,
        List<DiscountStep> discounts,
        LateInterest lateInterest,
        HolidayShift shift,
        Set<LocalDate> holidays) {

    private static final int MOST_INSTALMENTS = 120;
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    public PaymentTerms {
        instalments = List.copyOf(instalments);
        discounts = List.copyOf(discounts);
        holidays = Set.copyOf(holidays);
        if (instalments.isEmpty() || instalments.size() > MOST_INSTALMENTS) {
            throw RuleBroken.refused("instalments-out-of-range", "terms have 1 to " + MOST_INSTALMENTS + " instalments")
                    .at("/instalments");
        }
        checkOrder(instalments);
        checkSteps(discounts);
    }

    /** So many days after issue, nothing else agreed. */
    public static PaymentTerms net(int days) {
        return once("net " + days, DueRule.netDays(days));
    }

    private static PaymentTerms once(String name, DueRule due) {
        List<InstalmentRule> whole = List.of(new InstalmentRule(BigDecimal.ONE, due));
        return new PaymentTerms(name, whole, List.of(), LateInterest.STATUTORY, HolidayShift.NONE, Set.of());
    }

    /** What is to be paid on which day; the parts add up to the total (largest remainder). */
    public List<Instalment> schedule(LocalDate issuedOn, Money total) {
        List<Money> amounts =
                total.splitBy(instalments.stream().map(InstalmentRule::weight).toList());
        return IntStream.range(0, instalments.size())
                .mapToObj(i -> {
                    LocalDate dueOn = instalments.get(i).due().dueOn(issuedOn);
                    return new Instalment(i + 1, dueOn, shift.payableOn(dueOn, holidays), amounts.get(i));
                })
                .toList();
    }

    /** The step that counts for money that reached the account on that day, if one still does. */
    public Optional<DiscountStep> discountOn(LocalDate receivedOn, LocalDate issuedOn) {
        return discounts.stream()
                .filter(step -> !receivedOn.isAfter(step.until(issuedOn)))
                .findFirst();
    }

    private static void checkOrder(List<InstalmentRule> instalments) {
        for (int i = 1; i < instalments.size(); i++) {
            LocalDate before = instalments.get(i - 1).due().dueOn(ANY_DAY);
            if (instalments.get(i).due().dueOn(ANY_DAY).isBefore(before)) {
                throw RuleBroken.refused("instalments-out-of-order", "a later instalment is due no earlier")
                        .at("/instalments/" + i);
            }
        }
    }

    private static void checkSteps(List<DiscountStep> discounts) {
        for (int i = 1; i < discounts.size(); i++) {
            DiscountStep before = discounts.get(i - 1);
            DiscountStep step = discounts.get(i);
            if (step.withinDays() <= before.withinDays() || step.percentage().compareTo(before.percentage()) >= 0) {
                throw RuleBroken.refused("discounts-out-of-order", "later steps give less")
                        .at("/discounts/" + i);
            }
        }
    }
}
