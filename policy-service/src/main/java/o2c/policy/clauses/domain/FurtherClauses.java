package o2c.policy.clauses.domain;

/**
 * The clauses of a policy beyond the ones that decide on cover from day to day.
 *
 * @param scope what is insured, and at which share
 * @param conduct what the seller has to do
 * @param loss what is taken off a loss
 * @param premium what the policy costs
 */
public record FurtherClauses(ScopeClauses scope, ConductClauses conduct, LossClauses loss, PremiumClauses premium) {

    /** A policy that is silent on all of them. */
    public static final FurtherClauses SILENT = new FurtherClauses(null, null, null, null);

    public FurtherClauses {
        scope = scope == null ? ScopeClauses.SILENT : scope;
        conduct = conduct == null ? ConductClauses.SILENT : conduct;
        loss = loss == null ? LossClauses.NONE : loss;
        premium = premium == null ? PremiumClauses.NONE : premium;
    }

    public FurtherClauses with(ScopeClauses other) {
        return new FurtherClauses(other, conduct, loss, premium);
    }

    public FurtherClauses with(ConductClauses other) {
        return new FurtherClauses(scope, other, loss, premium);
    }

    public FurtherClauses with(LossClauses other) {
        return new FurtherClauses(scope, conduct, other, premium);
    }

    public FurtherClauses with(PremiumClauses other) {
        return new FurtherClauses(scope, conduct, loss, other);
    }
}
