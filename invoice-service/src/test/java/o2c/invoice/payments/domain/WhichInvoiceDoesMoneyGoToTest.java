package o2c.invoice.payments.domain;

import static o2c.invoice.payments.domain.Payments.told;
import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which invoice does money go to when the payer named no amounts?")
class WhichInvoiceDoesMoneyGoToTest {

    private final Debt a = Debt.of(invoice("A", "300.00", "2024-12-11", "2025-01-10"));
    private final Debt b = Debt.of(invoice("B", "500.00", "2025-01-11", "2025-02-10"));
    private final Debt c = Debt.of(invoice("C", "200.00", "2025-02-11", "2025-03-13"));
    private final List<Debt> open = List.of(c, a, b);

    @ParameterizedTest(name = "{0} quoting {1}: {2}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "600.00  | -       | A 300.00, B 300.00",
                "600.00  | C       | C 200.00, A 300.00, B 100.00",
                "500.00  | -       | B 500.00",
                "200.00  | A       | A 200.00",
                "600.00  | unknown | A 300.00, B 300.00",
                "1200.00 | -       | A 300.00, B 500.00, C 200.00",
                "0.01    | -       | A 0.01",
            })
    @DisplayName("To the quoted one, else to the only one of that amount, then in the order of law (6:43)")
    void order(String amount, String reference, String shares) {
        assertThat(told(usual().split(eur(amount), new Naming(reference, null), open)))
                .isEqualTo(shares);
    }

    @ParameterizedTest(name = "{0} when the second bears {1} %: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "100.00 | 12 | B 100.00",
                "600.00 | 12 | B 500.00, A 100.00",
                "900.00 | 12 | B 500.00, A 300.00, C 100.00",
                "100.00 | 0  | A 100.00"
            })
    @DisplayName("Of those due the most onerous comes before the oldest; what is not due comes last, however onerous")
    void mostOnerous(String amount, BigDecimal rate, String shares) {
        Debt onerous = new Debt(b.invoice(), b.charges(), false, rate, List.of());
        Debt later = new Debt(c.invoice(), c.charges(), false, BigDecimal.valueOf(20), List.of());
        assertThat(told(usual().split(eur(amount), Naming.NOTHING, List.of(later, a, onerous))))
                .isEqualTo(shares);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200.00 | D 50.00, E 150.00",
                "0.01   | E 0.01",
                "200.01 | D 50.00, E 150.01",
                "400.00 | D 100.00, E 300.00"
            })
    @DisplayName("Debts of the same age share in proportion, to the cent")
    void proRata(String amount, String shares) {
        Debt d = Debt.of(invoice("D", "100.00", "2025-01-01", "2025-01-31"));
        Debt e = Debt.of(invoice("E", "300.00", "2025-01-01", "2025-01-31"));
        assertThat(told(usual().split(eur(amount), Naming.NOTHING, List.of(e, d))))
                .isEqualTo(shares);
    }

    @Test
    @DisplayName("An amount that two invoices have says nothing; the oldest comes first")
    void ambiguousAmount() {
        Debt twin = Debt.of(invoice("A2", "300.00", "2025-01-11", "2025-02-10"));
        assertThat(told(usual().split(eur("300.00"), Naming.NOTHING, List.of(twin, b, a))))
                .isEqualTo("A 300.00");
    }

    @Test
    @DisplayName("Money for an order goes to that order's invoices only; the rest is kept for it")
    void order() {
        Naming order = new Naming(null, "ORD-1");
        Debt ordered = Debt.of(Payments.ofOrder("F", "40.00", "ORD-1"));
        assertThat(told(usual().split(eur("100.00"), order, List.of(a, ordered))))
                .isEqualTo("F 40.00");
        assertThat(usual().split(eur("100.00"), order, open)).isEmpty();
    }

    @Test
    @DisplayName("With nothing open it stays cash")
    void nothingOpen() {
        assertThat(usual().split(eur("10.00"), Naming.NOTHING, List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}, claimed {1} + {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PRINCIPAL_FIRST | 0.00  | 0.00  | G 1000.00",
                "PRINCIPAL_FIRST | 40.00 | 18.02 | G 1000.00",
                "LAW             | 40.00 | 18.02 | G 941.98 + 40.00 + 18.02",
                "LAW             | 0.00  | 0.00  | G 1000.00"
            })
    @DisplayName("Only claimed charges take part, in the order the tenant or the law demands (LP-16)")
    void charges(ChargesOrder rule, String costs, String interest, String shares) {
        Debt late = charged("G", "1000.00", costs, interest);
        CashRules rules = new CashRules(rule, Tolerance.NONE, Tolerance.NONE);
        List<Share> split = new AllocationOrder(rules, day("2025-03-31"), day("2025-03-31"))
                .split(eur("1000.00"), Naming.NOTHING, List.of(late));
        assertThat(told(split)).isEqualTo(shares);
        assertThat(late.whole().minus(split.get(0).cash())).isEqualTo(eur(costs).plus(eur(interest)));
    }

    @Test
    @DisplayName(
            "Principal first: charges come after all that is due and before what is not; they outlive the principal")
    void chargesBetween() {
        Debt late = charged("G", "100.00", "40.00", "5.00");
        Debt settled = new Debt(
                late.invoice().pay(eur("100.00"), day("2025-02-05")).next(),
                late.charges(),
                false,
                BigDecimal.ZERO,
                List.of());
        assertThat(told(usual().split(eur("460.00"), Naming.NOTHING, List.of(c, a, late))))
                .isEqualTo("A 300.00, G 100.00 + 40.00 + 5.00, C 15.00");
        assertThat(told(usual().split(eur("41.00"), Naming.NOTHING, List.of(settled))))
                .isEqualTo("G 0.00 + 40.00 + 1.00");
    }

    @Test
    @DisplayName("From the formal notice on the law's order holds for that debt alone")
    void noticed() {
        Debt plain = charged("G", "100.00", "40.00", "5.00");
        Debt noticed = new Debt(plain.invoice(), plain.charges(), true, BigDecimal.ZERO, List.of());
        assertThat(told(usual().split(eur("100.00"), new Naming("G", null), List.of(a, noticed))))
                .isEqualTo("G 55.00 + 40.00 + 5.00");
    }

    @Test
    @DisplayName("An amount the payer named goes to that invoice, charges included, and no further")
    void named() {
        Debt late = charged("G", "100.00", "40.00", "5.00");
        assertThat(told(List.of(usual().named(late, eur("120.00"))))).isEqualTo("G 100.00 + 20.00 + 0.00");
        assertThatThrownBy(() -> usual().named(late, eur("145.01")))
                .hasFieldOrPropertyWithValue("code", "payment-exceeds-outstanding");
    }

    private static AllocationOrder usual() {
        return new AllocationOrder(CashRules.USUAL, day("2025-02-15"), day("2025-02-15"));
    }

    private static Debt charged(String number, String amount, String costs, String interest) {
        return new Debt(
                invoice(number, amount, "2025-01-01", "2025-01-31"),
                new Charges(eur(costs), eur(interest)),
                false,
                BigDecimal.ZERO,
                List.of());
    }
}
