package o2c.dunning.rates.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** A law of late payment that the suite knows, with what it does differently from the others. */
public enum Jurisdiction {
    /** Dutch Civil Code 6:43, 6:44, 6:96, 6:119, 6:119a: interest is added to its base after each full year. */
    NL("EUR"),
    /** Law of 2 August 2002; consumers: Code of Economic Law book XIX. */
    BE("EUR"),
    /** BGB 286 to 289, 366, 367: no interest on interest. */
    DE("EUR"),
    /** Code de commerce L441-10, D441-5. */
    FR("EUR"),
    /** Late Payment of Commercial Debts (Interest) Act 1998: the rate of the first day holds for the debt's life. */
    GB("GBP");

    private final Currency currency;

    Jurisdiction(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    public static Optional<Jurisdiction> ofCountry(String country) {
        return Arrays.stream(values()).filter(one -> one.name().equals(country)).findFirst();
    }

    /** The currency of its fixed sums and scales. */
    public Currency currency() {
        return currency;
    }

    /** Whether unpaid statutory interest bears interest after each full year. */
    public boolean compoundsYearly() {
        return this == NL;
    }

    /** Whether the rate of the first day of interest stays, whatever is announced later. */
    public boolean keepsFirstRate() {
        return this == GB;
    }
}
