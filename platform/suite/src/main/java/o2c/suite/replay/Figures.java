package o2c.suite.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import o2c.contracts.Publisher;
import o2c.suite.reconcile.Account;
import o2c.suite.reconcile.Balances;
import o2c.suite.reconcile.Owed;
import o2c.suite.rest.Answer;
import o2c.suite.rest.Crew;
import o2c.suite.rest.Rest;

/** Reads the figures of a played history back from the services, as of each month's end. */
final class Figures {

    private final Rest rest;
    private final Crew crew;
    private final Balances balances;
    private final Collection<Account> accounts;

    private final List<MonthEnd> monthEnds = new ArrayList<>();
    private final List<Report.Unlike> differences = new ArrayList<>();

    Figures(Rest rest, Crew crew, History history, String currency) {
        this.rest = rest;
        this.crew = crew;
        this.balances = new Balances(rest, crew);
        this.accounts = new TreeSet<>();
        history.lines().forEach(line -> accounts.add(new Account(line.customerId(), currency)));
    }

    /** The ends of the months between two days, and the last day itself. */
    static List<LocalDate> daysOf(LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first);
                month.atEndOfMonth().isBefore(last);
                month = month.plusMonths(1)) {
            days.add(month.atEndOfMonth());
        }
        days.add(last);
        return days;
    }

    void read(LocalDate day) {
        JsonNode groups = balances.ageing(day);
        Owed ageing = Balances.ofAgeing(groups);
        Map<String, Open> statements = statements(ageing, day);
        Owed exposure = balances.credit(accounts, day);
        Owed cover = balances.policy(day);
        for (Account account : accounts) {
            Report.Unlike one = new Report.Unlike(
                    day,
                    account.customerId(),
                    statements.getOrDefault(account.customerId(), Open.NOTHING).amount(),
                    ageing.open(account),
                    exposure.open(account),
                    cover.open(account));
            if (!one.isNone()) {
                differences.add(one);
            }
        }
        monthEnds.add(monthEnd(day, groups, statements.values()));
    }

    List<MonthEnd> monthEnds() {
        return monthEnds;
    }

    Report.Consistency consistency() {
        return new Report.Consistency(monthEnds.size(), (long) monthEnds.size() * accounts.size(), differences);
    }

    int customers() {
        return accounts.size();
    }

    /** What a customer's statement says is open, and how many of its items are past their due day. */
    private record Open(String customerId, BigDecimal amount, long overdue) {
        static final Open NOTHING = new Open("", BigDecimal.ZERO, 0);
    }

    private Map<String, Open> statements(Owed ageing, LocalDate day) {
        List<Account> owing =
                accounts.stream().filter(one -> ageing.open(one).signum() != 0).toList();
        Map<String, Open> statements = new TreeMap<>();
        crew.each(owing, account -> statement(account.customerId(), day))
                .forEach(open -> statements.put(open.customerId(), open));
        return statements;
    }

    private Open statement(String customerId, LocalDate day) {
        JsonNode statement = rest.get(
                        Publisher.INVOICE, "/v1/customers/" + Rest.segment(customerId) + "/statement?asOf=" + day)
                .expect(200);
        BigDecimal amount = BigDecimal.ZERO;
        long overdue = 0;
        for (JsonNode item : statement.path("items")) {
            amount = amount.add(Balances.amount(item.path("outstanding")));
            overdue += LocalDate.parse(item.path("dueOn").asText()).isBefore(day) ? 1 : 0;
        }
        return new Open(customerId, amount, overdue);
    }

    private MonthEnd monthEnd(LocalDate day, JsonNode groups, Collection<Open> statements) {
        BigDecimal open = sum(groups, "total");
        BigDecimal notDue = sum(groups, "notDue");
        long invoices = 0;
        for (JsonNode group : groups) {
            invoices += group.path("invoices").asLong();
        }
        JsonNode totals = rest.get(Publisher.POLICY, "/v1/cover?limit=1&asOf=" + day)
                .expect(200)
                .path("totals");
        return new MonthEnd(
                day,
                invoices,
                open,
                notDue,
                sum(groups, "days1To30"),
                sum(groups, "days31To60"),
                sum(groups, "days61To90"),
                sum(groups, "over90"),
                statements.stream().mapToLong(Open::overdue).sum(),
                open.subtract(notDue),
                salesDays(day, "simple"),
                salesDays(day, "countback"),
                salesDays(day, "best-possible"),
                Balances.amount(totals.path("insured")),
                Balances.amount(totals.path("uninsured")));
    }

    private BigDecimal salesDays(LocalDate day, String method) {
        Answer answer =
                rest.get(Publisher.INVOICE, "/v1/receivables/dso?period=month&method=" + method + "&asOf=" + day);
        return answer.code().equals("sales-zero")
                ? null
                : Balances.decimal(answer.expect(200).path("days"));
    }

    private static BigDecimal sum(JsonNode groups, String field) {
        BigDecimal sum = new BigDecimal("0.00");
        for (JsonNode group : groups) {
            sum = sum.add(Balances.decimal(group.path(field)));
        }
        return sum;
    }
}
