package o2c.credit.exposure;

import static java.util.stream.Collectors.joining;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.kernel.Event;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Exposure follows every entry of invoice-service's ledger, each heard twice")
class ExposureFollowsTheLedgerTest {

    @Inject
    Receivables receivables;

    @Inject
    Work work;

    private LocalDate today;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        today = Api.today();
        probe = EventProbe.connect();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /**
     * What happens after an invoice of 1,000.00 was issued 50 days ago and 300.00 came in 40 days ago, and what is
     * open, credited and held as cash at the close of the days 50, 40, 30, 20, 10 and 0 before today.
     */
    enum Story {
        PAID("1000/0/0", "1000/0/300", "700/0/0", "700/0/0", "700/0/0", "700/0/0") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.allocated(30, "300", "700"));
            }
        },
        REVERSED("1000/0/0", "1000/0/300", "750/0/50", "750/0/50", "1000/0/0", "1000/0/0") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.allocated(30, "250", "750"), on.reversed(10, "50", "250", "1000"));
            }
        },
        DISCOUNTED_AND_REVERSED("1000/0/0", "1000/0/300", "690/0/0", "690/0/0", "1000/0/0", "1000/0/0") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(
                        on.allocated(30, "300", "700"),
                        on.discounted(30, "10", "690"),
                        on.reversed(10, "0", "310", "1000"));
            }
        },
        REFUNDED("1000/0/0", "1000/0/300", "1000/0/200", "1000/0/195", "1000/0/195", "1000/0/195") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(
                        on.released(30, "refund", "100", "200"), on.released(20, "small-difference", "5", "195"));
            }
        },
        CHARGED("1000/0/0", "1000/0/300", "1000/0/252", "740/0/0", "740/0/0", "740/0/0") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(
                        on.chargesPaid(30, "40", "8"), on.allocated(20, "252", "748"), on.discounted(20, "8", "740"));
            }
        },
        WRITTEN_OFF("1000/0/0", "1000/0/300", "999/0/300", "899/0/300", "699/0/300", "0/0/300") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(
                        on.writtenOff(30, "small-difference", "1", "999"),
                        on.writtenOff(20, "waived", "100", "899"),
                        on.writtenOff(10, "settled-by-composition", "200", "699"),
                        on.writtenOff(0, "bookkeeping", "699", "0"));
            }
        },
        CREDITED("1000/0/0", "1000/0/300", "600/100/300", "600/100/300", "500/0/300", "500/0/300") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.credited(30, 30, "500", "400", "600"), on.creditAllocated(10, "100", "500"));
            }
        },
        CREDITED_WITHOUT_INVOICE("1000/0/0", "1000/0/300", "1000/70/300", "1000/70/300", "1000/70/300", "930/0/300") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.credited(30, 30, "70", "0", "1000"), on.creditAllocated(0, "70", "930"));
            }
        },
        CREDITED_FROM_THE_START("1000/0/0", "1000/0/300", "1000/0/300", "300/-700/300", "300/0/300", "300/0/300") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.credited(10, 20, "700", "700", "300"));
            }
        },
        DUE_LATER_THEN_CREDITED("1000/0/0", "1000/0/300", "1000/0/300", "1000/0/300", "900/-100/300", "900/0/300") {
            @Override
            List<Event> of(Ledger on) {
                return List.of(on.due(15, "correction"), on.credited(0, 15, "100", "100", "900"));
            }
        };

        private final List<String> closes;

        Story(String... closes) {
            this.closes = List.of(closes);
        }

        abstract List<Event> of(Ledger on);
    }

    @ParameterizedTest
    @EnumSource
    void theBooksMoveAsTheyDoThere(Story story) {
        Ledger ledger = new Ledger(newId(), today, "EUR");
        List<Event> all = new ArrayList<>(List.of(ledger.invoice, ledger.payment));
        all.addAll(story.of(ledger));

        tell(all);

        String days = story.closes.get(5);
        await().untilAsserted(() -> assertThat(close(ledger.customer(), "")).isEqualTo(days));
        assertThat(IntStream.of(50, 40, 30, 20, 10, 0)
                        .mapToObj(ago -> close(ledger.customer(), "?asOf=" + today.minusDays(ago)))
                        .collect(joining(" ")))
                .isEqualTo(String.join(" ", story.closes));
    }

    @Test
    void whatIsOwedInAnotherCurrencyIsLowerInThatOneToo() {
        Ledger ledger = new Ledger(newId(), today, "SEK");
        tell(
                ledger.invoice,
                ledger.payment,
                ledger.allocated(30, "300", "700"),
                ledger.credited(20, 20, "150", "100", "600"),
                ledger.reversed(10, "0", "300", "900"),
                ledger.writtenOff(5, "waived", "50", "850"));

        await().untilAsserted(() ->
                assertThat(close(ledger.customer(), "?currency=SEK")).isEqualTo("850/50/0"));
        get(path(ledger.customer()) + "?currency=EUR").body("converted.amount", equalTo("400.00"));
    }

    @Test
    void instalmentsAreOwedEachFromItsOwnIssueAndMoneyBeforeThemWaits() {
        String customer = newId();
        InvoiceIssued first = Invoices.issued(customer, "60.00", today.minusDays(20));
        InvoiceIssued second = Invoices.issued(customer, "40.00", today.minusDays(10));
        PaymentReceived payment = Invoices.received(customer, "90.00", today.minusDays(30), null);
        Ledger one = new Ledger(first, payment, today);
        Ledger other = new Ledger(second, payment, today);
        tell(first, second, payment, one.allocated(30, "60", "0"), other.chargesPaid(30, "5", "1"));

        await().untilAsserted(() -> assertThat(close(customer, "")).isEqualTo("40/0/24"));
        assertThat(close(customer, "?asOf=" + today.minusDays(21))).isEqualTo("0/0/90");
        assertThat(close(customer, "?asOf=" + today.minusDays(20))).isEqualTo("0/0/30");
        assertThat(close(customer, "?asOf=" + today.minusDays(10))).isEqualTo("40/0/24");
    }

    @Test
    void overdueEndsWithAnotherDayOrAWaiverButNotWithAWriteOffInTheLedgerOnly() {
        Ledger deferred = new Ledger(newId(), today, "EUR");
        Ledger waived = new Ledger(newId(), today, "EUR");
        Ledger kept = new Ledger(newId(), today, "EUR");
        Ledger returned = new Ledger(newId(), today, "EUR");
        tell(deferred.invoice, deferred.overdue(), deferred.due(-20, "deferral"), deferred.payment);
        tell(waived.invoice, waived.overdue(), waived.writtenOff(0, "waived", "1000", "0"));
        tell(kept.invoice, kept.overdue(), kept.writtenOff(0, "bookkeeping", "1000", "0"));
        tell(
                returned.invoice,
                returned.payment,
                returned.overdue(),
                returned.allocated(30, "300", "700"),
                returned.reversed(0, "0", "300", "1000"));

        await().untilAsserted(() -> {
            assertThat(overdue(deferred)).isZero();
            assertThat(overdue(waived)).isZero();
            assertThat(overdue(kept)).isEqualTo(1);
            assertThat(overdue(returned)).isEqualTo(1);
            assertThat(Stream.of(deferred, waived, kept, returned).map(ledger -> close(ledger.customer(), "")))
                    .containsExactly("1000/0/300", "0/0/0", "0/0/0", "1000/0/0");
        });
    }

    @Test
    void aReturnedPaymentAndAWithdrawnDelayAreForgottenByTheBehaviour() {
        Ledger returned = new Ledger(Api.customer(), today, "EUR");
        Ledger credited = new Ledger(Api.customer(), today, "EUR");
        tell(
                returned.invoice,
                returned.payment,
                returned.allocated(10, "300", "700"),
                returned.reversed(0, "0", "300", "1000"),
                returned.writtenOff(0, "waived", "1", "999"));
        tell(
                credited.invoice,
                credited.overdue(),
                credited.credited(0, 20, "1000", "1000", "0"),
                Invoices.settled(credited.invoice, today),
                credited.withdrawn("credited"));

        await().untilAsserted(() -> assertThat(close(returned.customer(), "")).isEqualTo("999/0/0"));
        await().untilAsserted(() -> {
            profile(returned).body("paymentBehaviour.weightedDaysLate", nullValue());
            profile(returned).body("paymentBehaviour.oldestOverdueDays", equalTo(20));
            profile(credited).body("paymentBehaviour.settled", equalTo(1));
            profile(credited).body("paymentBehaviour.lateInvoices", equalTo(0));
        });
    }

    private static ValidatableResponse profile(Ledger ledger) {
        return get("/v1/customers/" + ledger.customer() + "/risk-profile");
    }

    private int overdue(Ledger ledger) {
        return work.in("demo", () -> receivables.overdueOf(ledger.customer()).invoices());
    }

    private void tell(Event... events) {
        tell(List.of(events));
    }

    private void tell(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            UUID id = message(events.get(i), i + 1).send();
            message(events.get(i), i + 1).id(id).send();
        }
    }

    private EventMessage message(Event event, int sequence) {
        return probe.message("demo", event).sequence(sequence).businessDate(today);
    }

    /** Open invoices / open credits / unallocated cash. */
    private static String close(String customer, String query) {
        JsonPath body = demo().get(path(customer) + query).then().extract().jsonPath();
        return IntStream.range(0, 3)
                .mapToObj(i -> body.getString(List.of("openInvoices", "openCredits", "unallocatedCash")
                                .get(i) + ".amount"))
                .map(amount -> amount == null
                        ? "?"
                        : new BigDecimal(amount).stripTrailingZeros().toPlainString())
                .collect(joining("/"));
    }

    private static String path(String customer) {
        return "/v1/customers/" + customer + "/exposure";
    }
}
