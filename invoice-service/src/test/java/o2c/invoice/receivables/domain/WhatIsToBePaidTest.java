package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.terms.domain.Instalment;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is to be paid?")
class WhatIsToBePaidTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    @DisplayName("the total less what was prepaid: 1,490.64 less 100.00 is 1,390.64")
    void prepaid() {
        Decision<Invoice> issued =
                Invoice.issue(UUID.randomUUID(), content("1490.64", "1277.94", "100.00", "0.00"), day("2026-01-05"));

        assertThat(issued.next().outstanding()).isEqualTo(eur("1390.64"));
        InvoiceEvent.InvoiceIssued told =
                (InvoiceEvent.InvoiceIssued) issued.events().get(0);
        assertThat(told.total()).isEqualTo(eur("1390.64"));
        assertThat(told.netAmount()).as("the part without VAT in it").isEqualTo(eur("1192.21"));
    }

    @ParameterizedTest(name = "{0} less {1} rounded by {2} is {3}")
    @CsvSource({"10.02, 0.00, -0.02, 10.00", "10.03, 0.00, 0.02, 10.05", "10.00, 10.00, 0.00, 0.00"})
    @DisplayName("rounded when the seller rounds")
    void rounded(String total, String prepaid, String rounding, String owed) {
        assertThat(content(total, null, prepaid, rounding).owed()).isEqualTo(eur(owed));
    }

    @Test
    @DisplayName("nothing when all was prepaid: then it is settled, in time, on the day of issue")
    void allPrepaid() {
        Decision<Invoice> issued =
                Invoice.issue(UUID.randomUUID(), content("10.00", null, "10.00", "0.00"), day("2026-01-05"));

        assertThat(issued.next().status()).isEqualTo(InvoiceStatus.SETTLED);
        assertThat(issued.events()).hasSize(2);
        assertThat(((InvoiceEvent.InvoiceSettled) issued.events().get(1)).daysLate())
                .isZero();
    }

    @ParameterizedTest(name = "prepaid {0}, rounding {1}: {2}")
    @CsvSource({
        "10.01, 0.00, prepaid-exceeds-total",
        "-0.01, 0.00, prepaid-negative",
        "0.00, 1.00, rounding-too-large",
        "0.00, -1.00, rounding-too-large"
    })
    @DisplayName("never less than nothing")
    void refused(String prepaid, String rounding, String code) {
        assertThatThrownBy(() -> content("10.00", null, prepaid, rounding)).hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    @DisplayName("in instalments, receivables that add up, the first under the invoice's number")
    void instalments() {
        InvoiceContent content = content("100.00", "82.64", "0.00", "0.00");
        List<Instalment> parts = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new Instalment(
                        n, due(n), due(n), eur("100.00").splitEqually(3).get(n - 1)))
                .toList();
        InvoiceDraft draft = new InvoiceDraft(content, List.of(), List.of(), new Agreement(null, parts));

        assertThat(draft.claims()).extracting(InvoiceContent::invoiceNumber).containsExactly("N-1", "N-1/2", "N-1/3");
        assertThat(draft.claims()).extracting(InvoiceContent::dueOn).containsExactly(due(1), due(2), due(3));
        assertThat(sum(draft.claims(), InvoiceContent::total)).isEqualTo(eur("100.00"));
        assertThat(sum(draft.claims(), InvoiceContent::netAmount)).isEqualTo(eur("82.64"));
    }

    @Test
    @DisplayName("an instalment tells which one it is, and in the base currency what it is worth")
    void announced() {
        UUID first = UUID.randomUUID();
        IssueFacts facts =
                new IssueFacts(new BigDecimal("0.92"), EUR, new TermsUsed("t", 2), new Part(2, 3, first), null, null);
        InvoiceEvent.InvoiceIssued told = (InvoiceEvent.InvoiceIssued)
                Invoice.issue(UUID.randomUUID(), content("100.00", null, "0.00", "0.00"), facts, day("2026-01-05"))
                        .events()
                        .get(0);

        assertThat(told.instalment()).isEqualTo(new InvoiceEvent.Instalment(2, 3, first));
        assertThat(told.base()).isEqualTo(eur("92.00"));
        assertThat(told.terms()).isEqualTo(new InvoiceEvent.Terms("t", 2));
    }

    @ParameterizedTest(name = "delivered {0}, norm {1}: {2} days late is told")
    @CsvSource({"2026-01-05, 0, 0", "2026-01-04, 0, 1", "2025-12-22, 14, 0", "2025-12-21, 14, 15"})
    @DisplayName("and when it was invoiced too long after delivery")
    void invoicingLate(LocalDate deliveredOn, int norm, int lag) {
        References references = new References(null, List.of(), deliveredOn, null, null);
        InvoiceContent content = new InvoiceContent(
                "S", "C", "N-1", day("2026-01-05"), due(1), due(1), eur("1.00"), null, null, references);
        IssueFacts facts = new IssueFacts(BigDecimal.ONE, EUR, null, Part.WHOLE, null, norm);
        List<Integer> told = Invoice.issue(UUID.randomUUID(), content, facts, day("2026-01-05")).events().stream()
                .filter(InvoiceEvent.InvoicingLate.class::isInstance)
                .map(event -> ((InvoiceEvent.InvoicingLate) event).lagDays())
                .toList();

        assertThat(told).isEqualTo(lag == 0 ? List.of() : List.of(lag));
    }

    private static LocalDate due(int month) {
        return day("2026-02-04").plusMonths(month);
    }

    private static Money sum(List<InvoiceContent> claims, Function<InvoiceContent, Money> figure) {
        return Money.sum(claims.stream().map(figure).toList(), EUR);
    }

    private static InvoiceContent content(String total, String net, String prepaid, String rounding) {
        return new InvoiceContent(
                "S",
                "C",
                "N-1",
                day("2026-01-05"),
                day("2026-02-04"),
                day("2026-02-04"),
                eur(total),
                net == null ? null : eur(net),
                null,
                References.NONE,
                Deduction.of(eur(prepaid), eur(rounding)));
    }
}
