package o2c.credit.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import o2c.contracts.json.EventJson;
import o2c.credit.checks.CheckView.Recipe;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.CreditDecision;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.checks.domain.Reason;
import o2c.credit.cover.domain.Cover;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.storage.CanonicalJson;
import o2c.kernel.Money;

/** Decides stored checks again on their stored facts and rules, and tells what is known differently today. */
@ApplicationScoped
class CreditReplay {

    private final Facts facts;
    private final Exposures exposures;

    CreditReplay(Facts facts, Exposures exposures) {
        this.facts = facts;
        this.exposures = exposures;
    }

    /** What of an answer must come out the same again. */
    record Answered(String verdict, List<Reason> reasons, Recipe exposure, Money limit, Money available, Cover cover) {

        static Answered of(CreditFacts facts, CreditDecision decision) {
            return new Answered(
                    decision.verdict().code(),
                    decision.reasons(),
                    Recipe.of(facts),
                    decision.limit(),
                    decision.available(),
                    facts.cover());
        }

        String canonical() {
            return CanonicalJson.of(EventJson.mapper().valueToTree(this));
        }
    }

    /** A fact that is known differently today, about the day of the check. */
    record Difference(String fact, JsonNode then, JsonNode now) {}

    /**
     * A replay.
     *
     * @param identical whether the answer came out the same, byte by byte
     * @param stored the answer as it was given, in canonical JSON (RFC 8785)
     * @param replayed the answer decided again on the stored facts and rules, likewise
     * @param differences facts about that day that are known differently today; they have no part in the replay
     */
    record Replayed(
            UUID checkId,
            boolean identical,
            int rulesVersion,
            String stored,
            String replayed,
            List<Difference> differences) {}

    Replayed replay(CreditCheck check) {
        String stored = Answered.of(check.facts(), check.decision()).canonical();
        String again = Answered.of(check.facts(), CreditDecision.on(check.facts(), check.question()))
                .canonical();
        return new Replayed(
                check.checkId(), stored.equals(again), check.rulesVersion(), stored, again, differences(check));
    }

    private List<Difference> differences(CreditCheck check) {
        CreditFacts now = asKnownToday(check);
        List<Difference> differences = new ArrayList<>();
        compare("exposure", lines(check.facts().exposure()), lines(now.exposure()), differences);
        compare("limit", check.facts().limit(), now.limit(), differences);
        compare("elsewhere", check.facts().elsewhere(), now.elsewhere(), differences);
        compare("cover", check.facts().cover(), now.cover(), differences);
        compare("overdue", check.facts().overdue(), now.overdue(), differences);
        compare("policy", check.facts().policy(), now.policy(), differences);
        compare("standing", check.facts().standing(), now.standing(), differences);
        compare("group", check.facts().group(), now.group(), differences);
        compare("holdRules", check.facts().rules(), now.rules(), differences);
        return differences;
    }

    /** The facts of the day of the check as they are known today, without the room the check itself took. */
    private CreditFacts asKnownToday(CreditCheck check) {
        Currency currency = check.question().amount().currency();
        Exposure thatDay = exposures.without(check.checkId(), check.question().customerId(), check.checkedOn()).stream()
                .filter(exposure -> exposure.currency().equals(currency))
                .findFirst()
                .orElse(Exposure.none(currency));
        return facts.on(check.question(), check.checkedOn()).withExposure(thatDay);
    }

    private static Map<String, Money> lines(Exposure exposure) {
        return Map.of(
                "openInvoices", exposure.openInvoices(),
                "deliveredNotInvoiced", exposure.deliveredNotInvoiced(),
                "reservedOrders", exposure.reservedOrders(),
                "openCredits", exposure.openCredits(),
                "unallocatedCash", exposure.unallocatedCash());
    }

    /** Goes into objects, so that what is told is the field and not the whole. */
    private static void compare(String name, Object then, Object now, List<Difference> differences) {
        compareTrees(
                name, EventJson.mapper().valueToTree(then), EventJson.mapper().valueToTree(now), differences);
    }

    private static void compareTrees(String name, JsonNode then, JsonNode now, List<Difference> differences) {
        if (Objects.equals(then, now)) {
            return;
        }
        if (then.isObject() && now.isObject() && !then.has("currency")) {
            Set<String> names = new TreeSet<>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(field -> compareTrees(name + "." + field, then.path(field), now.path(field), differences));
            return;
        }
        differences.add(new Difference(name, told(then), told(now)));
    }

    private static JsonNode told(JsonNode node) {
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }
}
