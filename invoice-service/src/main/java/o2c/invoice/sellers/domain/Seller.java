package o2c.invoice.sellers.domain;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;

/**
 * A legal entity of the tenant that is owed money.
 *
 * @param country ISO 3166-1 alpha-2
 * @param currency the currency it keeps its books in
 * @param timeZone serves its documents only; business days follow the tenant's zone
 * @param invoicingDays the most days from delivery to issue of an invoice that it allows itself, 0 to 365
 */
public record Seller(
        String sellerId, String name, String country, Currency currency, ZoneId timeZone, int invoicingDays) {

    /** Counts where a seller tells no norm. */
    public static final int USUAL_INVOICING_DAYS = 14;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NAME = 200;
    private static final int A_YEAR = 365;

    public Seller {
        Objects.requireNonNull(sellerId, "sellerId");
        present(name, "/name");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw RuleBroken.invalid("name-malformed", "a name has 1 to " + LONGEST_NAME + " characters")
                    .at("/name");
        }
        present(country, "/country");
        if (!COUNTRIES.contains(country)) {
            throw RuleBroken.invalid("country-unknown", "a country is an ISO 3166-1 alpha-2 code such as NL")
                    .at("/country");
        }
        present(currency, "/currency");
        present(timeZone, "/timeZone");
        if (invoicingDays < 0 || invoicingDays > A_YEAR) {
            throw RuleBroken.invalid("invoicing-days-out-of-range", "a norm runs from 0 to " + A_YEAR + " days")
                    .at("/invoicingDays");
        }
    }

    /** One with the usual norm for invoicing. */
    public Seller(String sellerId, String name, String country, Currency currency, ZoneId timeZone) {
        this(sellerId, name, country, currency, timeZone, USUAL_INVOICING_DAYS);
    }

    /**
     * What a PUT of this seller means.
     *
     * @param known the seller as it stands, or null when it is new
     */
    public Decision<Seller> replacing(Seller known) {
        if (equals(known)) {
            return Decision.unchanged(this);
        }
        return Decision.of(
                this,
                new InvoiceEvent.SellerRegistered(
                        sellerId, name, country, currency.getCurrencyCode(), timeZone.getId()));
    }

    private static void present(Object value, String pointer) {
        if (value == null) {
            throw RuleBroken.invalid("field-missing", "a seller has this field, and it cannot be cleared")
                    .at(pointer);
        }
    }
}
