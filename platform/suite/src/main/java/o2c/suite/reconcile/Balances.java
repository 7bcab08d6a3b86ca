package o2c.suite.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import o2c.contracts.Publisher;
import o2c.suite.rest.Answer;
import o2c.suite.rest.Crew;
import o2c.suite.rest.Rest;

/** Asks each service over REST what customers owe at the close of a day; without a day, now. */
public final class Balances {

    private final Rest rest;
    private final Crew crew;

    public Balances(Rest rest, Crew crew) {
        this.rest = rest;
        this.crew = crew;
    }

    /** invoice-service's ageing, one group per customer and currency. */
    public JsonNode ageing(LocalDate asOf) {
        return rest.get(Publisher.INVOICE, "/v1/receivables/ageing?groupBy=customer" + asOf("&", asOf))
                .expect(200)
                .path("groups");
    }

    /** The same as balances. */
    public static Owed ofAgeing(JsonNode groups) {
        Owed owed = new Owed();
        groups.forEach(group -> owed.add(
                new Account(
                        group.path("customerId").asText(),
                        group.path("currency").asText()),
                decimal(group.path("total")),
                decimal(group.path("unallocatedCash"))));
        return owed;
    }

    /** credit-check-service's exposure of these accounts; a customer it does not know owes nothing there. */
    public Owed credit(Collection<Account> accounts, LocalDate asOf) {
        Owed owed = new Owed();
        crew.each(accounts, account -> exposure(account, asOf))
                .forEach(one -> owed.add(one.account(), one.open(), one.cash()));
        return owed;
    }

    private record Exposure(Account account, BigDecimal open, BigDecimal cash) {}

    private Exposure exposure(Account account, LocalDate asOf) {
        Answer answer = rest.get(
                Publisher.CREDIT,
                "/v1/customers/" + Rest.segment(account.customerId()) + "/exposure?currency=" + account.currency()
                        + asOf("&", asOf));
        if (answer.status() == 404) {
            return new Exposure(account, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        JsonNode exposure = answer.expect(200);
        return new Exposure(account, amount(exposure.path("openInvoices")), amount(exposure.path("unallocatedCash")));
    }

    /** dunning-service's open cases. */
    public Owed dunning() {
        Owed owed = new Owed();
        rest.each(
                Publisher.DUNNING,
                "/v1/cases?order=customer",
                one -> one.path("balances")
                        .forEach(balance -> owed.add(
                                new Account(
                                        one.path("customerId").asText(),
                                        balance.path("open").path("currency").asText()),
                                amount(balance.path("open")),
                                amount(balance.path("onAccount")))));
        return owed;
    }

    /** policy-service's portfolio, in the tenant's base currency. */
    public Owed policy(LocalDate asOf) {
        Owed owed = new Owed();
        rest.each(
                Publisher.POLICY,
                "/v1/cover" + asOf("?", asOf),
                cover -> owed.add(
                        new Account(
                                cover.path("customerId").asText(),
                                cover.path("outstanding").path("currency").asText()),
                        amount(cover.path("outstanding")),
                        BigDecimal.ZERO));
        return owed;
    }

    /** An amount of money as services write it; zero when it is absent. */
    public static BigDecimal amount(JsonNode money) {
        return decimal(money.path("amount"));
    }

    public static BigDecimal decimal(JsonNode text) {
        return text.isTextual() ? new BigDecimal(text.textValue()) : BigDecimal.ZERO;
    }

    private static String asOf(String join, LocalDate day) {
        return day == null ? "" : join + "asOf=" + day;
    }
}
