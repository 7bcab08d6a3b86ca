package o2c.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import o2c.contracts.Publisher;
import o2c.suite.WholeSuite;
import o2c.suite.replay.LedgerMaker.Item;
import o2c.suite.rest.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A made ledger of 40 invoices through the whole suite, in two tenants, against figures worked out from the ledger. */
@ExtendWith(WholeSuite.class)
@DisplayName("A ledger played twice")
class ALedgerPlayedTwiceTest {

    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final List<Item> ITEMS = LedgerMaker.items(20_251_103L, 40, 6, LocalDate.parse("2025-11-10"), 35);

    private static Report report;

    @BeforeAll
    static void play(@TempDir Path folder) throws IOException {
        Path ledger = folder.resolve("ledger.csv");
        Files.writeString(ledger, LedgerMaker.csv(ITEMS));
        report = play(ledger, "demo");
        assertThat(play(ledger, "other").counts()).isEqualTo(report.counts());
    }

    private static Report play(Path ledger, String tenant) {
        return new Replay(WholeSuite.running().data(), tenant, new PrintStream(OutputStream.nullOutputStream()))
                .play(ledger, "{}", null)
                .orElseThrow();
    }

    @Test
    @DisplayName("counts what the ledger says: all issued, checked and settled, overdue and disputed each once")
    void counts() {
        Counts counts = report.counts();
        assertThat(counts.invoicesIssued()).isEqualTo(ITEMS.size());
        assertThat(counts.invoicesSettled()).isEqualTo(ITEMS.size());
        assertThat(counts.paymentsOverdue()).isEqualTo(count(Item::isLate)).isPositive();
        assertThat(counts.disputesOpened()).isEqualTo(count(Item::isDisputed)).isPositive();
        assertThat(counts.disputesResolved()).isEqualTo(count(Item::isDisputed));
        assertThat(counts.verdicts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(ITEMS.size());
        assertThat(counts.stepsByLevel().get("0")).isPositive();
    }

    @Test
    @DisplayName("shows at each month's end what was open, how late it was, and how many days of sales that is")
    void monthEnds() {
        assertThat(report.monthEnds()).hasSizeGreaterThan(2);
        for (MonthEnd end : report.monthEnds()) {
            List<Item> open =
                    ITEMS.stream().filter(item -> item.isOpenOn(end.day())).toList();
            Predicate<Item> late = item -> item.dueOn().isBefore(end.day());
            assertThat(end.invoices()).as("open on " + end.day()).isEqualTo(open.size());
            assertThat(end.open()).isEqualByComparingTo(sum(open, item -> true));
            assertThat(end.notDue()).isEqualByComparingTo(sum(open, late.negate()));
            assertThat(end.days1To30()).isEqualByComparingTo(sum(open, late));
            assertThat(end.overdueInvoices())
                    .isEqualTo(open.stream().filter(late).count());
            assertThat(end.insured().add(end.uninsured())).isEqualByComparingTo(end.open());
            assertThat(end.dso()).as("DSO on " + end.day()).isEqualTo(salesDays(end.day(), end.open()));
        }
    }

    @Test
    @DisplayName("three services tell the same exposure of each customer at each month's end")
    void consistent() {
        assertThat(report.consistency().differences()).isEmpty();
        assertThat(report.consistency().comparisons())
                .isEqualTo((long) report.monthEnds().size() * report.customers());
    }

    @Test
    @DisplayName("gives the same events per publisher, customer and business date")
    void sameEvents() {
        for (Publisher publisher : Publisher.values()) {
            Map<String, List<String>> first = events(publisher, WholeSuite.as("demo"));
            assertThat(events(publisher, WholeSuite.as("other")))
                    .as(publisher.topic())
                    .isEqualTo(first);
            assertThat(first).isNotEmpty();
        }
    }

    private static Map<String, List<String>> events(Publisher publisher, Rest rest) {
        Map<String, List<String>> events = new TreeMap<>();
        for (JsonNode event : rest.all(publisher, "/v1/events")) {
            String place = event.path("customerId").asText() + " "
                    + event.path("businessDate").asText();
            String fact = event.path("type").asText() + " "
                    + event.path("data").toString().replaceAll(UUIDS, "#");
            events.computeIfAbsent(place, none -> new ArrayList<>()).add(fact);
        }
        events.values().forEach(facts -> facts.sort(null));
        return events;
    }

    private static BigDecimal salesDays(LocalDate day, BigDecimal open) {
        BigDecimal sales = sum(
                ITEMS,
                item -> YearMonth.from(item.issuedOn()).equals(YearMonth.from(day))
                        && !item.issuedOn().isAfter(day));
        return sales.signum() == 0
                ? null
                : open.multiply(BigDecimal.valueOf(day.getDayOfMonth())).divide(sales, 4, RoundingMode.HALF_UP);
    }

    private static long count(Predicate<Item> condition) {
        return ITEMS.stream().filter(condition).count();
    }

    private static BigDecimal sum(List<Item> items, Predicate<Item> condition) {
        return items.stream().filter(condition).map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
