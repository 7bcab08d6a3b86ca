package o2c.policy.facts.domain;

import o2c.policy.clauses.domain.DebtorKind;

/**
 * Who owes, as far as a policy asks.
 *
 * @param country ISO 3166-1 alpha-2, or null when not told yet
 * @param kind null when not told yet
 * @param limitElsewhere whether a limit stands on a related entity (parent or subsidiary) instead
 */
public record Debtor(String country, DebtorKind kind, boolean limitElsewhere) {

    public static Debtor in(String country) {
        return new Debtor(country, null, false);
    }
}
