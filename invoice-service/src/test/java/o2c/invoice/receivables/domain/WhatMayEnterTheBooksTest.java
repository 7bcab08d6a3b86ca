package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.content;
import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What may enter the books?")
class WhatMayEnterTheBooksTest {

    @Test
    @DisplayName("An invoice is announced with everything others need")
    void announced() {
        UUID id = UUID.randomUUID();
        InvoiceContent content = new InvoiceContent(
                "S",
                "C",
                "2025-1",
                day("2025-01-01"),
                day("2025-01-31"),
                day("2025-01-31"),
                eur("121.00"),
                null,
                eur("21.00"),
                new References("O-1", List.of("D-1"), day("2024-12-30"), null, null));

        var decision = Invoice.issue(id, content, day("2025-01-01"));

        assertThat(decision.events())
                .containsExactly(new InvoiceEvent.InvoiceIssued(
                        id,
                        "C",
                        "S",
                        "2025-1",
                        day("2025-01-01"),
                        day("2025-01-31"),
                        day("2025-01-31"),
                        eur("121.00"),
                        BigDecimal.ONE,
                        eur("121.00"),
                        "O-1",
                        day("2024-12-30"),
                        eur("100.00")));
        assertThat(decision.next().outstanding()).isEqualTo(eur("121.00"));
    }

    @Test
    @DisplayName("A day of issue up to 31 days ahead, no further")
    void notTooFarAhead() {
        var content = content("1", "10.00", "2025-02-01", "2025-02-01");

        assertThatCode(() -> content.checkAgainst(day("2025-01-01"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> content.checkAgainst(day("2024-12-31")))
                .hasFieldOrPropertyWithValue("code", "date-in-future")
                .hasFieldOrPropertyWithValue("pointer", "/issuedOn")
                .hasMessageContaining("2024-12-31");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5}: {6} at {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "S,C,1,10.00,2025-02-01,2025-01-31,due-before-issue,/dueOn",
                "S,C,1,0.00,2025-01-01,2025-01-31,total-not-positive,/total",
                "S,C,1,-1.00,2025-01-01,2025-01-31,total-not-positive,/total",
                "S/1,C,1,1.00,2025-01-01,2025-01-31,id-malformed,/sellerId",
                "S,C 1,1,1.00,2025-01-01,2025-01-31,id-malformed,/customerId",
                "S,C,-,1.00,2025-01-01,2025-01-31,text-malformed,/invoiceNumber",
                "S,C,'  ',1.00,2025-01-01,2025-01-31,text-malformed,/invoiceNumber",
                "S,C,1,1.00,1025-01-01,2025-01-31,date-out-of-range,/issuedOn",
                "S,C,1,1.00,2025-01-01,9999-01-31,date-out-of-range,/dueOn",
            })
    @DisplayName("What is malformed or against a rule is refused and names its field")
    void refused(
            String seller,
            String customer,
            String number,
            String amount,
            String issued,
            String due,
            String code,
            String pointer) {
        assertThatThrownBy(() -> new InvoiceContent(
                        seller,
                        customer,
                        number,
                        day(issued),
                        day(due),
                        day(due),
                        eur(amount),
                        null,
                        null,
                        References.NONE))
                .hasFieldOrPropertyWithValue("code", code)
                .hasFieldOrPropertyWithValue("pointer", pointer);
    }

    @Test
    @DisplayName("Net amount and VAT must add up; of one the other follows")
    void netAndVat() {
        assertThat(told(eur("100.00"), null).vatAmount()).isEqualTo(eur("21.00"));
        assertThat(told(null, eur("21.00")).netAmount()).isEqualTo(eur("100.00"));
        assertThatThrownBy(() -> told(eur("100.00"), eur("20.99")))
                .hasFieldOrPropertyWithValue("code", "amounts-disagree");
    }

    private static InvoiceContent told(Money net, Money vat) {
        return new InvoiceContent(
                "S",
                "C",
                "1",
                day("2025-01-01"),
                day("2025-01-31"),
                day("2025-01-31"),
                eur("121.00"),
                net,
                vat,
                References.NONE);
    }
}
