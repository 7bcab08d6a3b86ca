package o2c.suite.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import o2c.contracts.json.EventJson;
import o2c.suite.rest.CannotGoOn;

/**
 * What a replay came to.
 *
 * @param from first day played
 * @param lines invoices in the ledger
 * @param seconds wall time of the play, all runs together
 */
record Report(
        String ledger,
        LocalDate from,
        LocalDate to,
        int lines,
        int customers,
        String currency,
        Counts counts,
        List<MonthEnd> monthEnds,
        Consistency consistency,
        BigDecimal seconds) {

    /**
     * Whether three services tell the same exposure of each customer.
     *
     * @param days on how many days they were compared
     * @param comparisons how many customers on days
     */
    record Consistency(int days, long comparisons, List<Unlike> differences) {}

    /** A customer on a day on which they differ: statement and ageing of one service, exposure, cover. */
    record Unlike(
            LocalDate day,
            String customerId,
            BigDecimal statement,
            BigDecimal ageing,
            BigDecimal exposure,
            BigDecimal cover) {

        boolean isNone() {
            return statement.compareTo(ageing) == 0 && ageing.compareTo(exposure) == 0 && ageing.compareTo(cover) == 0;
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file, EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new CannotGoOn("The report cannot be written to " + file + ".");
        }
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%n%s, %s to %s: %d invoices of %d customers, amounts in %s%n%n",
                ledger, from, to, lines, customers, currency));
        text.append(String.format(
                "  %-10s %5s %12s %12s %10s %10s %10s %10s %5s %10s %8s %8s %8s %12s %12s%n",
                "day",
                "open",
                "amount",
                "not due",
                "1-30",
                "31-60",
                "61-90",
                "over 90",
                "late",
                "amount",
                "DSO",
                "cntback",
                "best",
                "insured",
                "uninsured"));
        monthEnds.forEach(end -> text.append(row(end)));
        text.append(String.format(
                "%n  issued %d, settled %d, overdue %d%n",
                counts.invoicesIssued(), counts.invoicesSettled(), counts.paymentsOverdue()));
        text.append("  dunning steps by level: ")
                .append(shown(counts.stepsByLevel()))
                .append(String.format(
                        "; messages %d, calls due %d, disputes %d (%d resolved)%n",
                        counts.messages(), counts.calls(), counts.disputesOpened(), counts.disputesResolved()));
        text.append("  credit checks: ")
                .append(shown(counts.verdicts()))
                .append(String.format("; cover stops %d%n", counts.coverStopped()));
        text.append(agreement());
        return text.append(String.format("  played in %s s%n", seconds.toPlainString()))
                .toString();
    }

    private String agreement() {
        String head = String.format(
                "  exposure per customer in statement, exposure and cover on %d days: %d comparisons, ",
                consistency.days(), consistency.comparisons());
        if (consistency.differences().isEmpty()) {
            return head + "all equal\n";
        }
        return consistency.differences().stream()
                .map(one -> String.format(
                        "    %s %s: statement %s, ageing %s, exposure %s, cover %s%n",
                        one.day(), one.customerId(), one.statement(), one.ageing(), one.exposure(), one.cover()))
                .collect(Collectors.joining("", head + consistency.differences().size() + " DIFFER\n", ""));
    }

    private static String row(MonthEnd end) {
        return String.format(
                "  %-10s %5d %12s %12s %10s %10s %10s %10s %5d %10s %8s %8s %8s %12s %12s%n",
                end.day(),
                end.invoices(),
                end.open(),
                end.notDue(),
                end.days1To30(),
                end.days31To60(),
                end.days61To90(),
                end.over90(),
                end.overdueInvoices(),
                end.overdue(),
                shown(end.dso()),
                shown(end.dsoCountback()),
                shown(end.dsoBestPossible()),
                end.insured(),
                end.uninsured());
    }

    private static String shown(BigDecimal days) {
        return days == null ? "-" : days.toPlainString();
    }

    private static String shown(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .collect(Collectors.joining(", "));
    }
}
