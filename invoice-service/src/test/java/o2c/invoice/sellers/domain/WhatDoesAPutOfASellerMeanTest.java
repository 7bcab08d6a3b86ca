package o2c.invoice.sellers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Currency;
import o2c.contracts.InvoiceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What does a PUT of a seller mean?")
class WhatDoesAPutOfASellerMeanTest {

    @Test
    @DisplayName("A new or changed seller is announced")
    void announced() {
        var announced = new InvoiceEvent.SellerRegistered("S", "Fiets BV", "NL", "EUR", "Europe/Amsterdam");

        assertThat(seller("Fiets BV").replacing(null).events()).containsExactly(announced);
        assertThat(seller("Fiets BV").replacing(seller("Fiets")).events()).containsExactly(announced);
    }

    @Test
    @DisplayName("Unchanged content says nothing")
    void unchanged() {
        assertThat(seller("Fiets BV").replacing(seller("Fiets BV")).changedNothing())
                .isTrue();
    }

    @Test
    @DisplayName("A field that a seller needs cannot be missing")
    void needed() {
        assertThatThrownBy(() -> seller(null))
                .hasFieldOrPropertyWithValue("code", "field-missing")
                .hasFieldOrPropertyWithValue("pointer", "/name");
    }

    private static Seller seller(String name) {
        return new Seller("S", name, "NL", Currency.getInstance("EUR"), ZoneId.of("Europe/Amsterdam"));
    }
}
