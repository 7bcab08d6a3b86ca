package o2c.credit.exposure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.exposure.domain.Reservation.Cause;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does an order hold of its customer's limit?")
class WhatDoesAnOrderHoldTest {

    private static final UUID CHECK = Ids.next();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "reserved {0}, delivered {1}, invoice {2} → reserved {3}, delivered {4}")
    @CsvSource({
        "100.00,  0.00,  40.00, 60.00,  0.00",
        "100.00,  0.00, 100.00,  0.00,  0.00",
        "100.00,  0.00, 130.00,  0.00,  0.00",
        " 60.00, 40.00,  40.00, 60.00,  0.00",
        " 60.00, 40.00,  70.00, 30.00,  0.00",
        " 60.00, 40.00,  30.00, 60.00, 10.00",
        "  0.00,  0.00,  30.00,  0.00,  0.00",
    })
    void anInvoiceTakesItsPlaceAndNeverMore(
            String reserved, String delivered, String invoice, String stillReserved, String stillDelivered) {
        Reservation after = order(reserved, delivered, "0.00").invoiced(eur(invoice));

        assertThat(after.invoiced()).isEqualTo(eur(invoice));
        assertThat(after.reserved()).isEqualTo(eur(stillReserved));
        assertThat(after.delivered()).isEqualTo(eur(stillDelivered));
    }

    @Test
    void anInvoiceInAnotherCurrencyLeavesItAlone() {
        Reservation order = order("100.00", "0.00", "0.00");

        assertThat(order.invoiced(Money.of("40.00", "USD"))).isEqualTo(order);
    }

    @ParameterizedTest(name = "order {0}, delivered {1}, invoiced {2} → reserved {3}")
    @CsvSource({
        "100.00,  0.00,   0.00, 100.00",
        "100.00, 30.00,   0.00,  70.00",
        "100.00, 30.00,  50.00,  50.00",
        "100.00,  0.00, 130.00,   0.00",
    })
    void whatIsNeitherDeliveredNorInvoicedStaysReserved(
            String total, String delivered, String invoiced, String reserved) {
        Reservation room = order("100.00", "0.00", "0.00")
                .shipped(eur(delivered), TODAY)
                .invoiced(eur(invoiced))
                .ordered(eur(total), TODAY);

        assertThat(room.reserved()).isEqualTo(eur(reserved));
    }

    @Test
    void anOrderNeverGrowsBeyondItsCheckAndAnUncheckedOneCountsAllTheSame() {
        Reservation checked = order("100.00", "0.00", "0.00");

        assertThat(checked.ordered(eur("80.00"), TODAY).reserved()).isEqualTo(eur("80.00"));
        assertThatThrownBy(() -> checked.ordered(eur("100.01"), TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("check-needed"));
        Reservation unchecked =
                new Reservation(null, "C1", "O1", eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), null, TODAY);
        assertThat(unchecked.ordered(eur("500.00"), TODAY).reserved()).isEqualTo(eur("500.00"));
    }

    @Test
    void aShipmentMovesItToDelivered() {
        Reservation before = order("100.00", "0.00", "0.00");

        assertThat(before.shipped(eur("30.00"), TODAY)).isEqualTo(order("70.00", "30.00", "0.00"));
        assertThat(before.shipped(eur("130.00"), TODAY)).isEqualTo(order("0.00", "130.00", "0.00"));
        assertThat(before.shipped(eur("130.00"), TODAY).movementsSince(before, TODAY))
                .containsExactly(
                        new Movement(ExposureKind.RESERVED_ORDERS, eur("-100.00"), TODAY),
                        new Movement(ExposureKind.DELIVERED_NOT_INVOICED, eur("130.00"), TODAY));
    }

    @Test
    void aPrepaymentIsKeptForTheOrderItNames() {
        Reservation order = order("100.00", "0.00", "50.00");

        assertThat(order.prepaid(eur("30.00"))).isEqualTo(order("130.00", "0.00", "20.00"));
        assertThat(order.prepaid(eur("80.00"))).isEqualTo(order("150.00", "0.00", "0.00"));
        assertThat(order.prepaid(Money.of("80.00", "USD"))).isEqualTo(order);
    }

    @Test
    void aBackDatedInvoiceMovesItNotBeforeItWasGranted() {
        Reservation before = order("100.00", "0.00", "0.00");

        assertThat(before.invoiced(eur("30.00")).movementsSince(before, TODAY.minusDays(9)))
                .containsExactly(new Movement(ExposureKind.RESERVED_ORDERS, eur("-30.00"), TODAY));
    }

    @Test
    void itEndsWhenTheDayAfterItsLastOpens() {
        Reservation order = order("100.00", "0.00", "0.00");

        assertThat(order.expiresWhenOpening(TODAY)).isFalse();
        assertThat(order.expiresWhenOpening(TODAY.plusDays(1))).isTrue();
        assertThat(order.confirm(TODAY).expiresWhenOpening(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void whatIsReleasedIsToldOnceAndDeliveredGoodsStay() {
        Reservation order = order("60.00", "40.00", "0.00");

        assertThat(order.release(Cause.EXPIRED).next())
                .isEqualTo(order("0.00", "40.00", "0.00").confirm(TODAY));
        assertThat(order.release(Cause.EXPIRED).events())
                .containsExactly(new CreditEvent.ReservationReleased("C1", CHECK, "O1", eur("60.00"), "expired"));
        assertThat(order("0.00", "40.00", "0.00").release(Cause.CANCELLED).events())
                .isEmpty();
    }

    private static Reservation order(String reserved, String delivered, String prepaymentDue) {
        return new Reservation(
                CHECK, "C1", "O1", eur(reserved), eur(delivered), eur("0.00"), eur(prepaymentDue), TODAY, TODAY);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
