package o2c.dunning.charges;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import o2c.dunning.charges.domain.Claim;
import o2c.dunning.charges.domain.CostsAsked;
import o2c.dunning.charges.domain.CostsAsked.Mode;
import o2c.dunning.charges.domain.InterestTerms;
import o2c.dunning.charges.domain.LateChargeCase;
import o2c.dunning.charges.domain.Order;
import o2c.dunning.charges.domain.Payment;
import o2c.dunning.rates.LegalNames;
import o2c.dunning.rates.domain.DayCount;
import o2c.dunning.rates.domain.LegalRates;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.http.Decimals;

/** Reads a calculator's question into a case, naming the field that makes no sense. */
final class ChargeCaseReading {

    private static final String COSTS = "/collectionCosts";

    private final ChargeQuestion question;
    private final Currency currency;

    ChargeCaseReading(ChargeQuestion question) {
        this.question = question;
        this.currency = question.currency();
    }

    LateChargeCase in(LegalRates rates) {
        InterestTerms.Parties parties = new InterestTerms.Parties(
                LegalNames.jurisdiction(question.jurisdiction(), "/jurisdiction"),
                LegalNames.debtorKind(question.debtorKind(), "/debtorKind"));
        CostsAsked costs = costs();
        return new LateChargeCase(
                parties.jurisdiction(),
                parties.debtorKind(),
                currency,
                claims(),
                payments(),
                question.calculateUntil(),
                InterestTerms.of(
                        rates,
                        parties,
                        share(question.contractualAnnualRate(), "/contractualAnnualRate"),
                        dayCount(),
                        compounding()),
                costs,
                question.noticeReceivedOn(),
                Optional.ofNullable(question.allocation())
                        .orElse(costs.areClaimed() ? Order.LAW : Order.PRINCIPAL_FIRST));
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < question.claims().size(); i++) {
            ChargeQuestion.ClaimLine line = question.claims().get(i);
            String at = "/claims/" + i;
            List<Claim.Credit> credits = new ArrayList<>();
            for (int j = 0; line.credits() != null && j < line.credits().size(); j++) {
                ChargeQuestion.CreditLine credit = line.credits().get(j);
                credits.add(new Claim.Credit(
                        money(credit.amount(), at + "/credits/" + j + "/amount"), credit.effectiveOn()));
            }
            claims.add(new Claim(
                    line.reference(),
                    money(line.principal(), at + "/principal"),
                    line.dueOn(),
                    line.defaultOn(),
                    credits));
        }
        return claims;
    }

    private List<Payment> payments() {
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; question.payments() != null && i < question.payments().size(); i++) {
            ChargeQuestion.PaymentLine line = question.payments().get(i);
            payments.add(
                    new Payment(money(line.amount(), "/payments/" + i + "/amount"), line.paidOn(), line.reference()));
        }
        return payments;
    }

    private CostsAsked costs() {
        JsonNode asked = question.collectionCosts();
        if (asked == null || asked.isNull()) {
            return costs(Mode.NONE, null, null);
        }
        if (asked.isObject()) {
            return named(asked);
        }
        return switch (asked.asText()) {
            case "none" -> costs(Mode.NONE, null, null);
            case "statutory" -> costs(Mode.STATUTORY, null, null);
            case "minimum" -> costs(Mode.MINIMUM, null, null);
            default ->
                throw RuleBroken.invalid(
                                "value-unknown", "none, statutory, minimum, or an object with amount and claimedOn")
                        .at(COSTS);
        };
    }

    private CostsAsked named(JsonNode asked) {
        for (Iterator<String> names = asked.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Set.of("amount", "claimedOn").contains(name)) {
                throw RuleBroken.invalid("field-unknown", "costs have an amount and claimedOn")
                        .at(COSTS + "/" + name);
            }
        }
        BigDecimal amount = Decimals.plain(text(asked, "amount"))
                .orElseThrow(() -> RuleBroken.invalid("decimal-malformed", "a plain decimal in quotes")
                        .at(COSTS + "/amount"));
        LocalDate claimedOn;
        try {
            claimedOn = Days.day(text(asked, "claimedOn"));
        } catch (RuleBroken malformed) {
            throw malformed.at(COSTS + "/claimedOn");
        }
        Money money = money(amount, COSTS + "/amount");
        if (money.isNegative()) {
            throw RuleBroken.refused("amount-negative", "costs are zero or more")
                    .at(COSTS + "/amount");
        }
        return costs(Mode.AMOUNT, money, claimedOn);
    }

    private static String text(JsonNode asked, String field) {
        JsonNode value = asked.path(field);
        if (!value.isTextual()) {
            throw RuleBroken.invalid("field-missing", "costs have an amount and claimedOn, both in quotes")
                    .at(COSTS + "/" + field);
        }
        return value.textValue();
    }

    private CostsAsked costs(Mode mode, Money amount, LocalDate claimedOn) {
        ChargeQuestion.RecurringLine line = question.recurring();
        CostsAsked.Recurring recurring = line == null
                ? null
                : new CostsAsked.Recurring(
                        money(line.monthlyAmount(), "/recurring/monthlyAmount"),
                        money(line.chargedInSixMonths(), "/recurring/chargedInSixMonths"));
        return new CostsAsked(
                mode, amount, claimedOn, share(question.collectionCostVatRate(), "/collectionCostVatRate"), recurring);
    }

    private DayCount dayCount() {
        try {
            return question.dayCount() == null ? DayCount.ACT_365 : DayCount.ofCode(question.dayCount());
        } catch (RuleBroken unknown) {
            throw unknown.at("/dayCount");
        }
    }

    private Boolean compounding() {
        return question.compounding() == null ? null : question.compounding() == ChargeQuestion.Compounding.LAW;
    }

    private static Percentage share(Percentage rate, String pointer) {
        if (rate != null && !rate.isShare()) {
            throw RuleBroken.refused("rate-out-of-range", "a rate is 0 to 100 percent")
                    .at(pointer);
        }
        return rate;
    }

    private Money money(BigDecimal amount, String pointer) {
        try {
            return new Money(amount, currency);
        } catch (RuleBroken malformed) {
            throw malformed.at(pointer);
        }
    }
}
