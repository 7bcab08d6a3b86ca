package o2c.credit.segments;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.contracts.CreditEvent;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Profile;
import o2c.credit.holds.domain.Party;
import o2c.credit.overrides.OverrideRegister;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.overrides.domain.RiskOverride.Kind;
import o2c.credit.scoring.Evidence;
import o2c.credit.scoring.Scoring;
import o2c.credit.scoring.domain.KnownFacts;
import o2c.credit.segments.SegmentBooks.Membership;
import o2c.credit.segments.domain.SegmentRule;
import o2c.runtime.books.Moment;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;

/** Keeps each customer in exactly one segment: an exception goes before the register's, that before the rules. */
@ApplicationScoped
@Priority(20)
public class Segmenting implements Derivation {

    private final SegmentBooks books;
    private final OverrideRegister overrides;
    private final Families families;
    private final Evidence evidence;
    private final Scoring scoring;
    private final Outbox outbox;

    Segmenting(
            SegmentBooks books,
            OverrideRegister overrides,
            Families families,
            Evidence evidence,
            Scoring scoring,
            Outbox outbox) {
        this.books = books;
        this.overrides = overrides;
        this.families = families;
        this.evidence = evidence;
        this.scoring = scoring;
        this.outbox = outbox;
    }

    /** The segment a customer is in. */
    public String segmentOf(Profile customer) {
        return Optional.ofNullable(customer.segment())
                .or(() -> books.current(customer.customerId()).map(Membership::segmentId))
                .orElse(SegmentRule.STANDARD);
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        families.profileOf(customerId).ifPresent(customer -> {
            Membership now = membership(customer, today);
            Optional<Membership> before = books.current(customerId);
            String was = before.map(Membership::segmentId).orElse(SegmentRule.STANDARD);
            if (!now.segmentId().equals(was)) {
                books.enter(customerId, now);
                outbox.announce(new CreditEvent.SegmentChanged(
                        customerId, was, now.segmentId(), now.ruleVersion(), now.source(), today));
            }
        });
    }

    private Membership membership(Profile customer, LocalDate today) {
        Optional<RiskOverride> override = overrides.inForce(customer.customerId(), Kind.SEGMENT, today);
        if (override.isPresent()) {
            return new Membership(0, override.get().value(), 0, "override", today);
        }
        if (customer.segment() != null) {
            return new Membership(0, customer.segment(), 0, "register", today);
        }
        List<SegmentRule> rules = books.inForce(Moment.asKnownNow(today));
        if (rules.isEmpty()) {
            return new Membership(0, SegmentRule.STANDARD, 0, "rule", today);
        }
        KnownFacts facts = evidence.about(customer.customerId(), Moment.asKnownNow(today));
        return SegmentRule.of(rules, party(customer), fact -> facts.of(fact).value())
                .map(rule -> new Membership(0, rule.segmentId(), rule.version(), "rule", today))
                .orElse(new Membership(0, SegmentRule.STANDARD, 0, "rule", today));
    }

    private Party party(Profile customer) {
        return new Party(
                customer.customerId(),
                customer.country(),
                customer.kind(),
                null,
                scoring.classOf(customer.customerId()).orElse(null),
                customer.ancestors());
    }
}
