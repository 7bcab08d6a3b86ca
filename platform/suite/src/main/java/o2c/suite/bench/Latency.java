package o2c.suite.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.suite.rest.Answer;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/** From an invoice's answer to its being visible in the other services, one by one on an idle suite. */
final class Latency {

    private static final int WARM_UP = 200;
    private static final int TIMES = 300;
    private static final int CUSTOMERS = 20;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);

    private final RunningSuite suite;
    private final Rest rest;
    private final Ground ground;

    Latency(RunningSuite suite, Rest rest, Ground ground) {
        this.suite = suite;
        this.rest = rest;
        this.ground = ground;
    }

    void measure(Sheet sheet) {
        sheet.title("Invoice answered to visible elsewhere (one client, idle suite, " + TIMES + " times after "
                + WARM_UP + " to warm up)");
        for (int i = 0; i < CUSTOMERS; i++) {
            rest.put(
                            Publisher.CREDIT,
                            "/v1/customers/" + customer(i),
                            Map.of("name", "Bench " + i, "country", "NL", "kind", "business"))
                    .expect(200, 201);
        }
        LocalDate today = ground.today();
        ground.awaitQuiet();
        List<Long> exposure = new ArrayList<>();
        List<Long> cover = new ArrayList<>();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            Seen seen = once(i, today);
            if (i >= WARM_UP) {
                exposure.add(seen.exposure());
                cover.add(seen.cover());
            }
            LockSupport.parkNanos(BREATH);
        }
        Percentiles floor = Percentiles.of(RawKafka.roundTrips(suite.kafka(), WARM_UP, TIMES));
        show(sheet, "a record through Kafka alone (acks=all)", floor, "", "");
        show(sheet, "exposure in credit-check-service", Percentiles.of(exposure), "<= 50 ms", "<= 250 ms");
        show(sheet, "cover in policy-service", Percentiles.of(cover), "<= 50 ms", "<= 250 ms");
    }

    private record Seen(long exposure, long cover) {}

    private Seen once(int i, LocalDate today) {
        String customer = customer(i);
        Answer answer = rest.post(Publisher.INVOICE, "/v1/invoices", ground.run() + i, invoice(i, today));
        long begin = System.nanoTime();
        answer.expect(201);
        String position = Rest.segment(answer.header("O2C-Sequence")
                .orElseThrow(() -> new CannotGoOn("POST /v1/invoices answered without O2C-Sequence.")));
        CompletableFuture<Long> exposure =
                CompletableFuture.supplyAsync(() -> seen(Publisher.CREDIT, customer + "/exposure", position, begin));
        CompletableFuture<Long> cover =
                CompletableFuture.supplyAsync(() -> seen(Publisher.POLICY, customer + "/cover", position, begin));
        return new Seen(exposure.join(), cover.join());
    }

    private long seen(Publisher service, String what, String position, long begin) {
        rest.get(service, "/v1/customers/" + what + "?atLeast=" + position).expect(200);
        return System.nanoTime() - begin;
    }

    private Map<String, Object> invoice(int i, LocalDate today) {
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("sellerId", Ground.SELLER);
        invoice.put("customerId", customer(i));
        invoice.put("invoiceNumber", ground.run() + "T" + i);
        invoice.put("issuedOn", today);
        invoice.put("dueOn", today.plusDays(30));
        invoice.put("currency", "EUR");
        invoice.put("total", new BigDecimal("121.00"));
        return invoice;
    }

    private static String customer(int i) {
        return "bench-slow-" + i % CUSTOMERS;
    }

    private static void show(Sheet sheet, String what, Percentiles times, String goal50, String goal99) {
        sheet.row(what + ", p50", Sheet.number(times.p50(), "ms"), goal50);
        sheet.row(what + ", p99", Sheet.number(times.p99(), "ms"), goal99);
    }
}
