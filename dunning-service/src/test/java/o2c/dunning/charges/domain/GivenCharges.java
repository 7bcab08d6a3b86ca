package o2c.dunning.charges.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.dunning.charges.domain.CostsAsked.Mode;
import o2c.dunning.rates.domain.DayCount;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.Shipped;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** Builds examples of late payment, one word after the other. */
final class GivenCharges {

    private final Jurisdiction jurisdiction;
    private final DebtorKind debtor;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private CostsAsked costs = CostsAsked.NONE;
    private Order order = Order.PRINCIPAL_FIRST;
    private DayCount dayCount = DayCount.ACT_365;
    private Percentage agreed;
    private Boolean compounding;
    private LocalDate notice;

    private GivenCharges(Jurisdiction jurisdiction, DebtorKind debtor) {
        this.jurisdiction = jurisdiction;
        this.debtor = debtor;
    }

    static GivenCharges of(String jurisdiction, String debtor) {
        return new GivenCharges(Jurisdiction.valueOf(jurisdiction), DebtorKind.ofCode(debtor));
    }

    GivenCharges claim(String reference, String principal, String dueOn) {
        claims.add(new Claim(reference, money(principal), day(dueOn), null, List.of()));
        return this;
    }

    GivenCharges inDefaultFrom(String day) {
        Claim last = claims.remove(claims.size() - 1);
        claims.add(new Claim(last.reference(), last.principal(), last.dueOn(), day(day), last.credits()));
        return this;
    }

    GivenCharges credited(String amount, String effectiveOn) {
        Claim last = claims.remove(claims.size() - 1);
        LocalDate from = effectiveOn == null ? null : day(effectiveOn);
        claims.add(new Claim(
                last.reference(),
                last.principal(),
                last.dueOn(),
                last.defaultOn(),
                List.of(new Claim.Credit(money(amount), from))));
        return this;
    }

    GivenCharges paid(String amount, String paidOn) {
        return paid(amount, paidOn, null);
    }

    GivenCharges paid(String amount, String paidOn, String reference) {
        payments.add(new Payment(money(amount), day(paidOn), reference));
        return this;
    }

    GivenCharges costs(Mode mode) {
        costs = new CostsAsked(mode, null, null, costs.vatRate(), costs.recurring());
        return this;
    }

    GivenCharges costs(String amount, String claimedOn) {
        costs = new CostsAsked(Mode.AMOUNT, money(amount), day(claimedOn), null, null);
        return this;
    }

    GivenCharges withVat(String rate) {
        costs = new CostsAsked(costs.mode(), costs.amount(), costs.claimedOn(), Percentage.of(rate), costs.recurring());
        return this;
    }

    GivenCharges recurring(String monthly, String charged) {
        costs = new CostsAsked(
                costs.mode(),
                costs.amount(),
                costs.claimedOn(),
                costs.vatRate(),
                new CostsAsked.Recurring(money(monthly), money(charged)));
        return this;
    }

    GivenCharges byLaw() {
        order = Order.LAW;
        return this;
    }

    GivenCharges agreed(String rate) {
        agreed = Percentage.of(rate);
        return this;
    }

    GivenCharges simple() {
        compounding = false;
        return this;
    }

    GivenCharges actAct() {
        dayCount = DayCount.ACT_ACT;
        return this;
    }

    GivenCharges noticeReceivedOn(String day) {
        notice = day(day);
        return this;
    }

    LateCharges until(String day) {
        InterestTerms terms = InterestTerms.of(
                Shipped.RATES, new InterestTerms.Parties(jurisdiction, debtor), agreed, dayCount, compounding);
        return LateChargeCalculation.of(
                new LateChargeCase(
                        jurisdiction,
                        debtor,
                        jurisdiction.currency(),
                        claims,
                        payments,
                        day(day),
                        terms,
                        costs,
                        notice,
                        order),
                Shipped.SCALES);
    }

    Money money(String amount) {
        return new Money(new BigDecimal(amount), jurisdiction.currency());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
