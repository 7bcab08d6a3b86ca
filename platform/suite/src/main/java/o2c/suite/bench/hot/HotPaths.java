package o2c.suite.bench.hot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import o2c.contracts.Publisher;
import o2c.suite.bench.Ground;
import o2c.suite.bench.Machine;
import o2c.suite.bench.Sheet;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/**
 * Decisions, invoices, payments and one customer's exposure as fast as eight clients ask for them, each beside the
 * plain SQL of its effect on the same database. The service measured runs alone; the client shares its machine.
 */
public final class HotPaths {

    private static final int CLIENTS = 8;

    private final RunningSuite suite;
    private final Rest rest;
    private final Ground ground;
    private final String token;
    private final Load load;

    public HotPaths(RunningSuite suite, Rest rest, Ground ground, int seconds) {
        this.suite = suite;
        this.rest = rest;
        this.ground = ground;
        this.token = suite.token("other-admin");
        this.load = new Load(CLIENTS, seconds, seconds);
    }

    /** W1: an order is checked, its room reserved, the decision audited and announced. */
    public void decisions(Sheet sheet) {
        knowCustomers();
        HotSql sql = new HotSql(suite.databaseUrl(Publisher.CREDIT));
        measure(
                sheet,
                new Path("W1 credit decision", Publisher.CREDIT, ">= 0.45 x"),
                number -> Request.post(
                        "/v1/credit-checks",
                        token,
                        ground.run() + "D" + number,
                        "{\"customerId\":\"" + HotSql.customer(number) + "\",\"purpose\":\"order\",\"orderId\":\""
                                + ground.run() + number
                                + "\",\"amount\":{\"amount\":\"121.00\",\"currency\":\"EUR\"}"
                                + ",\"paymentTermDays\":30}"),
                sql::decisions);
        sql.drop();
    }

    /** W2: an invoice with three lines; then W4a: a payment that names one of them. */
    public void invoicesAndPayments(Sheet sheet) {
        LocalDate today = ground.today();
        HotSql sql = new HotSql(suite.databaseUrl(Publisher.INVOICE));
        measure(
                sheet,
                new Path("W2 invoice with 3 lines", Publisher.INVOICE, ">= 0.45 x"),
                number -> Request.post("/v1/invoices", token, ground.run() + "I" + number, invoice(number, today)),
                sql::invoices);
        measure(
                sheet,
                new Path("W4a payment with its allocation", Publisher.INVOICE, ">= 0.45 x"),
                number -> Request.post("/v1/payments", token, ground.run() + "P" + number, payment(number, today)),
                sql::payments);
        sql.drop();
    }

    /** W9: what one customer owes. */
    public void exposures(Sheet sheet) {
        knowCustomers();
        HotSql sql = new HotSql(suite.databaseUrl(Publisher.CREDIT));
        measure(
                sheet,
                new Path("W9 exposure of one customer", Publisher.CREDIT, ""),
                number -> Request.get("/v1/customers/" + HotSql.customer(number) + "/exposure", token),
                sql::exposures);
        sql.drop();
    }

    private record Path(String name, Publisher service, String goal) {}

    private void measure(Sheet sheet, Path path, IntFunction<Request> request, Load.Clients peer) {
        ground.awaitQuiet();
        long pid = suite.pid(path.service()).orElse(-1L);
        try (Alone alone = new Alone(suite, path.service())) {
            Load.Rate ours =
                    load.run(() -> new Caller(suite.url(path.service()), request), () -> Machine.cpuMillis(pid));
            Load.Rate plain = load.run(peer, () -> 0);
            sheet.title(path.name() + ", " + CLIENTS + " clients, " + load.warmUpSeconds() + " s warm-up, "
                    + load.seconds() + " s" + (alone.isAlone() ? ", the other services stopped" : ""));
            tell(sheet, "ours", ours);
            tell(sheet, "plain SQL", plain);
            sheet.row("processor time of the service per call", Sheet.number(ours.cpuMillis(), "ms"), "");
            sheet.row("ours : SQL", Sheet.number(ours.perSecond() / plain.perSecond(), "x"), path.goal());
            sheet.row(
                    "p99 : p99 of SQL",
                    Sheet.number(ours.times().p99() / plain.times().p99(), "x"),
                    "<= 3 x");
        }
    }

    private static void tell(Sheet sheet, String who, Load.Rate rate) {
        sheet.row(who, Sheet.number(rate.perSecond(), "/s"), "");
        sheet.row(who + ", p50", Sheet.number(rate.times().p50(), "ms"), "");
        sheet.row(who + ", p99", Sheet.number(rate.times().p99(), "ms"), "");
        if (rate.failed() > 0) {
            sheet.note(rate.failed() + " calls of " + who + " did not go well");
        }
    }

    private record Caller(Line line, IntFunction<Request> request) implements Load.Client {

        Caller(String url, IntFunction<Request> request) throws java.io.IOException {
            this(new Line(url), request);
        }

        @Override
        public boolean act(int number) throws java.io.IOException {
            return line.send(request.apply(number)) < 300;
        }

        @Override
        public void close() throws java.io.IOException {
            line.close();
        }
    }

    /** Customers with a limit that the run will not reach. */
    private void knowCustomers() {
        LocalDate today = ground.today();
        for (int i = 0; i < HotSql.CUSTOMERS; i++) {
            String customer = "/v1/customers/bench-hot-" + i;
            boolean isNew = rest.put(
                                    Publisher.CREDIT,
                                    customer,
                                    Map.of("name", "Bench " + i, "country", "NL", "kind", "business"))
                            .status()
                    == 201;
            if (isNew) {
                rest.post(
                                Publisher.CREDIT,
                                customer + "/credit-limit-requests",
                                "bench-limit-" + i,
                                Map.of(
                                        "amount",
                                        Map.of("amount", "49000.00", "currency", "EUR"),
                                        "validFrom",
                                        today,
                                        "reason",
                                        "bench"))
                        .expect(200, 201);
            }
        }
        ground.awaitQuiet();
    }

    private String invoice(int number, LocalDate today) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add("{\"description\":\"Part " + i + "\",\"quantity\":\"1\",\"unitPrice\":\"33.33\","
                    + "\"vatCategory\":\"S\",\"vatRate\":\"21.00\"}");
        }
        return "{\"sellerId\":\"" + Ground.SELLER + "\",\"customerId\":\"" + HotSql.customer(number)
                + "\",\"invoiceNumber\":\"" + ground.run() + number + "\",\"issuedOn\":\"" + today
                + "\",\"dueOn\":\"" + today.plusDays(30) + "\",\"currency\":\"EUR\",\"lines\":["
                + String.join(",", lines) + "]}";
    }

    private String payment(int number, LocalDate today) {
        return "{\"customerId\":\"" + HotSql.customer(number) + "\",\"sellerId\":\"" + Ground.SELLER
                + "\",\"amount\":{\"amount\":\"120.99\",\"currency\":\"EUR\"},\"receivedOn\":\"" + today
                + "\",\"allocations\":[{\"sellerId\":\"" + Ground.SELLER + "\",\"invoiceNumber\":\""
                + ground.run() + number
                + "\",\"amount\":{\"amount\":\"120.99\",\"currency\":\"EUR\"}}]}";
    }
}
