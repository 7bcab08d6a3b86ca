package o2c.suite.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import o2c.contracts.Publisher;
import o2c.suite.rest.Crew;
import o2c.suite.rest.Rest;

/**
 * Whether the four services agree on what each customer owes, and nothing is under way or broken between them.
 *
 * @param accounts how many customers and currencies were compared
 */
public record Reconciliation(
        String tenant, String businessDate, int accounts, List<Difference> differences, List<Finding> findings) {

    private static final String CURRENCY = "EUR";

    /** Compares now, over REST. */
    public static Reconciliation of(String tenant, String businessDate, Rest rest, Crew crew) {
        Balances balances = new Balances(rest, crew);
        Owed invoice = Balances.ofAgeing(balances.ageing(null));
        Owed dunning = balances.dunning();
        Owed policy = balances.policy(null);
        Set<Account> accounts = new TreeSet<>();
        rest.each(
                Publisher.CREDIT,
                "/v1/customers",
                customer -> accounts.add(new Account(customer.path("customerId").asText(), CURRENCY)));
        for (Owed owed : List.of(invoice, dunning, policy)) {
            owed.accounts().forEach(accounts::add);
        }
        Owed credit = balances.credit(accounts, null);
        List<Difference> differences = new ArrayList<>();
        for (Account account : accounts) {
            Difference open = new Difference(
                    account.customerId(),
                    account.currency(),
                    "outstanding",
                    invoice.open(account),
                    credit.open(account),
                    dunning.open(account),
                    isWholly(account, accounts) ? policy.open(account) : null);
            Difference cash = new Difference(
                    account.customerId(),
                    account.currency(),
                    "unallocated-cash",
                    invoice.cash(account),
                    credit.cash(account),
                    dunning.names(account) ? dunning.cash(account) : null,
                    null);
            List.of(open, cash).stream().filter(one -> !one.isNone()).forEach(differences::add);
        }
        return new Reconciliation(tenant, businessDate, accounts.size(), differences, new Plumbing(rest).inspect());
    }

    /** policy-service adds up in base currency, so it can be compared when the customer owes in that alone. */
    private static boolean isWholly(Account account, Set<Account> accounts) {
        return account.currency().equals(CURRENCY)
                && accounts.stream()
                        .noneMatch(other -> other.customerId().equals(account.customerId()) && !other.equals(account));
    }

    public boolean isFine() {
        return differences.isEmpty() && findings.stream().allMatch(Finding::fine);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder("Tenant " + tenant + " on " + businessDate + "\n\n");
        if (differences.isEmpty()) {
            text.append("  ").append(accounts).append(" accounts: all services agree on what is owed.\n");
        } else {
            text.append(String.format(
                    "  %-20s %-4s %-17s %14s %14s %14s %14s%n",
                    "customer", "", "figure", "invoice", "credit-check", "dunning", "policy"));
            differences.forEach(one -> text.append(String.format(
                    "  %-20s %-4s %-17s %14s %14s %14s %14s%n",
                    one.customerId(),
                    one.currency(),
                    one.figure(),
                    shown(one.invoice()),
                    shown(one.credit()),
                    shown(one.dunning()),
                    shown(one.policy()))));
        }
        text.append('\n');
        findings.forEach(one -> text.append(String.format(
                "  %-21s %-45s %s  %s%n", one.service(), one.what(), one.fine() ? "ok  " : "FAIL", one.detail())));
        return text.append(isFine() ? "\nEverything agrees.\n" : "\nThere are differences.\n")
                .toString();
    }

    private static String shown(BigDecimal amount) {
        return amount == null ? "-" : amount.toPlainString();
    }
}
