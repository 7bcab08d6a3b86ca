package o2c.policy.calculators;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.calculators.CoverQuestion.Item;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.FurtherClauses;
import o2c.policy.cover.domain.CoverItem;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.cover.domain.CoverSheet;
import o2c.policy.cover.domain.Reason;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyTerms;

/** Puts a caller's question into the words of the rules and asks them. */
record CoverCase(CoverQuestion question) {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    List<CoverLine> lines() {
        LimitTimeline limits = limits();
        List<CoverItem> items = new ArrayList<>();
        for (int i = 0; i < question.receivables().size(); i++) {
            items.add(item(question.receivables().get(i), "/receivables/" + i, limits));
        }
        return new CoverSheet(null, rule(), limits).on(question.asOf(), items);
    }

    private CoverRule rule() {
        return question.rule() == null ? CoverRule.SILO : question.rule();
    }

    private LimitTimeline limits() {
        List<LimitStep> steps = new ArrayList<>();
        List<CoverQuestion.LimitFrom> asked = question.limits() == null ? List.of() : question.limits();
        for (int i = 0; i < asked.size(); i++) {
            CoverQuestion.LimitFrom limit = asked.get(i);
            steps.add(new LimitStep(
                    limit.effectiveFrom(),
                    money(limit.amount(), "/limits/" + i + "/amount"),
                    limit.kind() == null ? LimitKind.INSURER : limit.kind(),
                    limit.percentage()));
        }
        steps.sort(Comparator.comparing(LimitStep::from));
        return new LimitTimeline(steps);
    }

    private CoverItem item(Item item, String at, LimitTimeline limits) {
        boolean net = item.grossAmount() != null;
        Money ledger = net ? money(item.grossAmount(), at + "/grossAmount") : money(item.amount(), at + "/amount");
        Receivable receivable = new Receivable(
                item.reference(),
                "",
                item.reference(),
                item.invoicedOn(),
                item.dueOn(),
                null,
                ledger,
                net ? money(item.amount(), at + "/amount") : null,
                open(item, ledger, at),
                disputed(item.disputed(), ledger, at));
        return new CoverItem(
                receivable, terms(net ? CoverBasis.NET : CoverBasis.GROSS), exclusion(item, limits), item.limitKind());
    }

    private Reason exclusion(Item item, LimitTimeline limits) {
        if (item.excludedReason() != null) {
            return new Reason(item.excludedReason());
        }
        long term =
                item.termsDays() != null ? item.termsDays() : ChronoUnit.DAYS.between(item.invoicedOn(), item.dueOn());
        if (question.maxTermDays() != null && term > question.maxTermDays()) {
            return Reason.TERMS_TOO_LONG;
        }
        return limits.isPositiveOn(item.invoicedOn()) ? null : Reason.NO_LIMIT;
    }

    private Balance open(Item item, Money ledger, String at) {
        List<Balance.Entry> entries = new ArrayList<>();
        entries.add(new Balance.Entry(item.invoicedOn(), ledger));
        List<CoverQuestion.Receipt> payments = item.payments() == null ? List.of() : item.payments();
        for (int i = 0; i < payments.size(); i++) {
            CoverQuestion.Receipt receipt = payments.get(i);
            entries.add(new Balance.Entry(
                    receipt.paidOn() == null ? question.asOf() : receipt.paidOn(),
                    money(receipt.amount(), at + "/payments/" + i + "/amount").negated()));
        }
        return new Balance(entries, question.currency());
    }

    private Balance disputed(JsonNode disputed, Money ledger, String at) {
        Currency currency = question.currency();
        if (disputed == null || disputed.isNull() || disputed.isBoolean() && !disputed.booleanValue()) {
            return new Balance(List.of(), currency);
        }
        Money part = disputed.isBoolean() ? ledger : money(decimal(disputed, at), at + "/disputed");
        return new Balance(List.of(new Balance.Entry(EVER, part)), currency);
    }

    private static BigDecimal decimal(JsonNode disputed, String at) {
        if (!disputed.isTextual() || !disputed.textValue().matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw RuleBroken.invalid("wrong-type", "true, or the disputed amount as a decimal string")
                    .at(at + "/disputed");
        }
        return new BigDecimal(disputed.textValue());
    }

    private PolicyTerms terms(CoverBasis basis) {
        return new PolicyTerms(
                EVER,
                FOREVER,
                question.currency(),
                question.insuredPercentage(),
                null,
                rule(),
                question.maxTermDays(),
                null,
                ExtensionPeriod.SIXTY_DAYS,
                ExtensionAnchor.DUE,
                PolicyTerms.REPORT_DAYS,
                PolicyTerms.CLAIM_DAYS,
                basis,
                Set.of(),
                Set.of(),
                question.disputeScope() == null ? DisputeScope.WHOLE_INVOICE : question.disputeScope(),
                null,
                FurtherClauses.SILENT);
    }

    private Money money(BigDecimal amount, String pointer) {
        return new PlainMoney(question.currency()).of(amount, pointer);
    }
}
