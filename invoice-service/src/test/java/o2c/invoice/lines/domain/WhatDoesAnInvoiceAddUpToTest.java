package o2c.invoice.lines.domain;

import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does an invoice add up to? (EN 16931)")
class WhatDoesAnInvoiceAddUpToTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "{0} × {1} per {2} = {3}")
    @CsvSource({"7,12.345,1,86.42", "250,3.333,100,8.33", "-2,10.00,1,-20.00", "1,0.005,1,0.01", "3,10,3,10.00"})
    @DisplayName("A line is rounded half up once")
    void lineNet(String quantity, String price, String base, String net) {
        assertThat(line(quantity, price, base, VatCategory.S, "21").net(EUR)).isEqualTo(eur(net));
    }

    @Test
    @DisplayName("VAT is computed on the sum of a category, not line by line")
    void vatPerCategory() {
        var line = line("1", "12.37", "1", VatCategory.S, "21");

        assertThat(InvoiceSum.of(List.of(line, line, line), List.of(), EUR).vat())
                .isEqualTo(eur("7.79"));
    }

    @Test
    @DisplayName("Rates, reverse charge, allowance and charge on one document")
    void fullDocument() {
        var sum = InvoiceSum.of(
                List.of(
                        line("10", "99.95", "1", VatCategory.S, "21"),
                        line("3", "12.345", "1", VatCategory.S, "21.00"),
                        line("24", "1.10", "1", VatCategory.S, "9"),
                        line("1", "250.00", "1", VatCategory.AE, "0")),
                List.of(adjustment(Adjustment.Kind.ALLOWANCE, "50.00"), adjustment(Adjustment.Kind.CHARGE, "15.00")),
                EUR);

        assertThat(sum.net()).isEqualTo(eur("1277.94"));
        assertThat(sum.vat()).isEqualTo(eur("212.70"));
        assertThat(sum.total()).isEqualTo(eur("1490.64"));
        assertThat(sum.vatGroups())
                .extracting(group -> group.category() + " " + group.base() + " " + group.tax())
                .containsExactly("S 26.40 EUR 2.38 EUR", "S 1001.54 EUR 210.32 EUR", "AE 250.00 EUR 0.00 EUR");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {"S,-,vat-rate-missing", "S,0,vat-rate-wrong", "AE,21,vat-rate-wrong", "S,101,vat-rate-wrong"})
    @DisplayName("A rate must fit its category")
    void rateFitsCategory(VatCategory category, BigDecimal rate, String code) {
        assertThatThrownBy(() -> category.rate(rate)).hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    @DisplayName("What is outside the scope of VAT stands alone")
    void outsideScopeStandsAlone() {
        var lines = List.of(line("1", "10", "1", VatCategory.O, null), line("1", "10", "1", VatCategory.S, "21"));

        assertThatThrownBy(() -> InvoiceSum.of(lines, List.of(), EUR))
                .hasFieldOrPropertyWithValue("code", "vat-category-mixed");
    }

    @ParameterizedTest(name = "{0} × {1} per {2}: {3}")
    @CsvSource({
        "0,1,1,quantity-zero",
        "1,-1,1,unit-price-negative",
        "1,1,0,base-quantity-not-positive",
        "1,1.1234567,1,too-many-decimals"
    })
    @DisplayName("A line that cannot be is refused")
    void lineRefused(String quantity, String price, String base, String code) {
        assertThatThrownBy(() -> line(quantity, price, base, VatCategory.S, "21"))
                .hasFieldOrPropertyWithValue("code", code);
    }

    private static InvoiceLine line(String quantity, String price, String base, VatCategory category, String rate) {
        return new InvoiceLine(
                "thing",
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(base),
                category,
                rate == null ? null : new BigDecimal(rate));
    }

    private static Adjustment adjustment(Adjustment.Kind kind, String amount) {
        return new Adjustment(kind, "agreed", eur(amount), VatCategory.S, new BigDecimal("21"));
    }
}
