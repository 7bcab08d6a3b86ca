package o2c.dunning.claims.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.contracts.DunningEvent.LateChargesClaimed;
import o2c.contracts.DunningEvent.LateChargesWaived;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Late charges that were claimed on one invoice. They are a debt of their own: they never change what is open on the
 * invoice, and are given up by waivers
 * only.
 *
 * @param waivers oldest first
 * @param paid what was paid of them and not taken back
 */
public record ClaimedCharges(
        UUID chargeId, Subject subject, LocalDate claimedOn, Sums sums, List<Waiver> waivers, Money paid) {

    public ClaimedCharges {
        waivers = List.copyOf(waivers);
    }

    /** Of which nothing was paid. */
    public ClaimedCharges(UUID chargeId, Subject subject, LocalDate claimedOn, Sums sums, List<Waiver> waivers) {
        this(chargeId, subject, claimedOn, sums, waivers, Money.zero(sums.interest.currency()));
    }

    /** The same charges with these waivers and so much paid. */
    public ClaimedCharges with(List<Waiver> someWaivers, Money somePaid) {
        return new ClaimedCharges(chargeId, subject, claimedOn, sums, someWaivers, somePaid);
    }

    /** The invoice the charges are about. */
    public record Subject(UUID invoiceId, String invoiceNumber, String customerId, String sellerId) {}

    /** What was claimed. */
    public record Sums(Money interest, Money fixedSum, Money collectionCosts) {

        public Money total() {
            return interest.plus(fixedSum).plus(collectionCosts);
        }
    }

    /** Why charges are given up. */
    public enum Cause {
        BY_PERSON,
        DISPUTE_ACCEPTED,
        OVERDUE_WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A part that is no longer asked for.
     *
     * @param waivedBy who decided; null when no person did
     * @param reason in his words, or null
     */
    public record Waiver(
            UUID waiverId, Money amount, Cause cause, String waivedBy, String reason, LocalDate waivedOn) {}

    public static Decision<ClaimedCharges> claim(UUID chargeId, Subject subject, Sums sums, LocalDate day) {
        ClaimedCharges claimed = new ClaimedCharges(chargeId, subject, day, sums, List.of());
        return Decision.of(
                claimed,
                new LateChargesClaimed(
                        chargeId,
                        subject.customerId,
                        subject.sellerId,
                        subject.invoiceId,
                        subject.invoiceNumber,
                        day,
                        sums.interest,
                        sums.fixedSum,
                        sums.collectionCosts,
                        sums.total()));
    }

    /** What is still asked for. */
    public Money remaining() {
        Money waived = Money.sum(waivers.stream().map(Waiver::amount).toList(), sums.interest.currency());
        return sums.total().minus(waived).minus(paid).orZero();
    }

    /** Whether nothing was late yet when they were claimed, given the last day on which payment was in time. */
    public boolean isTooEarlyFor(LocalDate payableOn) {
        return !claimedOn.isAfter(payableOn);
    }

    /** Refuses {@code amount-not-positive}, {@code nothing-claimed} and {@code waiver-exceeds-charges}. */
    public Decision<ClaimedCharges> waive(Waiver waiver) {
        if (remaining().isZero()) {
            throw RuleBroken.refused("nothing-claimed", "all of it was waived or paid already");
        }
        if (!waiver.amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a waiver is more than zero")
                    .at("/amount");
        }
        if (waiver.amount.exceeds(remaining())) {
            throw RuleBroken.refused("waiver-exceeds-charges", "still claimed are " + remaining())
                    .at("/amount");
        }
        List<Waiver> all = Stream.concat(waivers.stream(), Stream.of(waiver)).toList();
        ClaimedCharges less = with(all, paid);
        return Decision.of(less, less.waived(waiver));
    }

    /** Nobody is refused here: what an accepted dispute takes away is at most what is left. */
    public Decision<ClaimedCharges> giveUp(Money atMost, Waiver waiver) {
        Money amount = atMost.min(remaining());
        return amount.isPositive()
                ? waive(new Waiver(
                        waiver.waiverId, amount, waiver.cause, waiver.waivedBy, waiver.reason, waiver.waivedOn))
                : Decision.unchanged(this);
    }

    private LateChargesWaived waived(Waiver waiver) {
        return new LateChargesWaived(
                chargeId,
                subject.customerId,
                subject.sellerId,
                subject.invoiceId,
                subject.invoiceNumber,
                waiver.amount,
                remaining(),
                waiver.waivedOn,
                waiver.cause.code());
    }
}
