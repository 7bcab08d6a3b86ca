package o2c.dunning.rates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import o2c.dunning.rates.LegalTables.Own;
import o2c.dunning.rates.domain.LegalRate;
import o2c.runtime.access.Caller;

/** Keeps the tenant's own statutory rates beside those of the release. */
@ApplicationScoped
class LegalRateKeeping {

    private final LegalTables tables;
    private final Caller caller;

    LegalRateKeeping(LegalTables tables, Caller caller) {
        this.tables = tables;
        this.caller = caller;
    }

    /**
     * A row with its version.
     *
     * @param version 0 while it stands as it was shipped
     */
    record Versioned(LegalRate rate, int version) {}

    List<Versioned> all() {
        List<Own> own = tables.own();
        return tables.rates().rows().stream()
                .map(rate -> new Versioned(
                        rate,
                        own.stream()
                                .filter(mine -> isOf(mine.rate(), rate))
                                .findFirst()
                                .map(Own::version)
                                .orElse(0)))
                .toList();
    }

    /** The row of that law, kind of debtor and first day. */
    Optional<Versioned> find(LegalRate key) {
        return all().stream().filter(row -> isOf(row.rate(), key)).findFirst();
    }

    List<Own> versions(LegalRate key) {
        return tables.versions(key);
    }

    Versioned put(LegalRate rate, Optional<Versioned> before) {
        boolean unchanged = before.filter(row -> row.version > 0)
                .filter(row -> row.rate.annualRate().compareTo(rate.annualRate()) == 0)
                .filter(row -> row.rate.source().equals(rate.source()))
                .isPresent();
        if (unchanged) {
            return before.get();
        }
        int version = before.map(Versioned::version).orElse(0) + 1;
        tables.insert(new Own(rate, version, caller.subject()));
        return new Versioned(rate, version);
    }

    private static boolean isOf(LegalRate row, LegalRate key) {
        return row.jurisdiction() == key.jurisdiction()
                && row.debtorKind() == key.debtorKind()
                && row.validFrom().equals(key.validFrom());
    }
}
