package o2c.dunning.rates;

import java.util.Arrays;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.kernel.RuleBroken;

/** Reads laws and kinds of debtors as callers write them. */
public final class LegalNames {

    private LegalNames() {}

    /** {@code NL}, {@code BE}, {@code DE}, {@code FR} or {@code GB}; else 400 {@code jurisdiction-unknown}. */
    public static Jurisdiction jurisdiction(String code, String pointer) {
        return Jurisdiction.ofCountry(code)
                .orElseThrow(() -> RuleBroken.invalid(
                                "jurisdiction-unknown",
                                "the jurisdictions are " + Arrays.toString(Jurisdiction.values()))
                        .at(pointer));
    }

    /** {@code business}, {@code consumer} or {@code public-body}; else 400 {@code value-unknown}. */
    public static DebtorKind debtorKind(String code, String pointer) {
        return Arrays.stream(DebtorKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> RuleBroken.invalid("value-unknown", "a debtor is a business, a consumer or a public-body")
                                .at(pointer));
    }
}
