package o2c.dunning.claims.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.LateChargesClaimed;
import o2c.contracts.DunningEvent.LateChargesWaived;
import o2c.dunning.charges.domain.InterestTerms;
import o2c.dunning.charges.domain.LateCharges;
import o2c.dunning.charges.domain.Payment;
import o2c.dunning.claims.domain.ClaimedCharges.Cause;
import o2c.dunning.claims.domain.ClaimedCharges.Subject;
import o2c.dunning.claims.domain.ClaimedCharges.Sums;
import o2c.dunning.claims.domain.ClaimedCharges.Waiver;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.Shipped;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is claimed on a late invoice?")
class WhatIsClaimedOnAnInvoiceTest {

    private static final Invoice.Law LAW = new Invoice.Law(Shipped.RATES, Shipped.SCALES);
    private static final Subject SUBJECT = new Subject(new UUID(0, 1), "F-1", "C-1", "S-1");

    @Test
    @DisplayName("Interest up to the day and the fixed sum; a disputed part bears nothing")
    void interest() {
        assertThat(charges("1000.00", "0.00").interest()).isEqualTo(eur("18.02"));
        assertThat(charges("1000.00", "0.00").fixedSum()).isEqualTo(eur("40.00"));
        assertThat(charges("1000.00", "250.00").interest()).isEqualTo(eur("13.52"));
    }

    @Test
    @DisplayName("Payments count from the day the money came, and a payment taken back never did")
    void payments() {
        List<Payment> early = List.of(payment("400.00", "2025-03-01"), payment("-400.00", "2025-03-10"));

        assertThat(invoice("1000.00", "0.00", early)
                        .chargesOn(day("2025-03-31"), LAW)
                        .orElseThrow()
                        .interest())
                .isEqualTo(eur("18.02"));
        assertThat(invoice("1000.00", "0.00", List.of(payment("1000.00", "2025-01-31")))
                        .chargesOn(day("2025-03-31"), LAW)
                        .orElseThrow()
                        .interest()
                        .isZero())
                .isTrue();
    }

    @Test
    @DisplayName("Nothing where the law of the currency or of the debtor is not known, or nothing is owed")
    void nothing() {
        Invoice dollars = new Invoice(
                parties("NL"), Money.of("10.00", "USD"), Money.of("0.00", "USD"), day("2025-01-31"), List.of());
        assertThat(dollars.chargesOn(day("2025-03-31"), LAW)).isEmpty();
        assertThat(invoice("10.00", "10.00", List.of()).chargesOn(day("2025-03-31"), LAW))
                .isEmpty();
        Invoice french = new Invoice(
                new InterestTerms.Parties(Jurisdiction.FR, DebtorKind.CONSUMER),
                eur("10.00"),
                eur("0.00"),
                day("2025-01-31"),
                List.of());
        assertThat(french.chargesOn(day("2025-03-31"), LAW)).isEmpty();
    }

    @Test
    @DisplayName("Charges are announced, given up in parts, and never more than is left")
    void waivers() {
        Decision<ClaimedCharges> claimed = ClaimedCharges.claim(
                new UUID(0, 7), SUBJECT, new Sums(eur("18.02"), eur("40.00"), eur("0.00")), day("2025-03-31"));
        assertThat(((LateChargesClaimed) claimed.events().get(0)).total()).isEqualTo(eur("58.02"));

        Decision<ClaimedCharges> less = claimed.next().waive(waiver("40.00", Cause.BY_PERSON));

        LateChargesWaived waived = (LateChargesWaived) less.events().get(0);
        assertThat(waived.remaining()).isEqualTo(eur("18.02"));
        assertThat(waived.cause()).isEqualTo("by-person");
        assertThatThrownBy(() -> less.next().waive(waiver("18.03", Cause.BY_PERSON)))
                .hasFieldOrPropertyWithValue("code", "waiver-exceeds-charges");
        assertThatThrownBy(() -> less.next().waive(waiver("0.00", Cause.BY_PERSON)))
                .hasFieldOrPropertyWithValue("code", "amount-not-positive");
        ClaimedCharges none = less.next()
                .giveUp(eur("99.00"), waiver("99.00", Cause.OVERDUE_WITHDRAWN))
                .next();
        assertThat(none.remaining().isZero()).isTrue();
        assertThat(none.giveUp(eur("1.00"), waiver("1.00", Cause.DISPUTE_ACCEPTED))
                        .changedNothing())
                .isTrue();
        assertThatThrownBy(() -> none.waive(waiver("1.00", Cause.BY_PERSON)))
                .hasFieldOrPropertyWithValue("code", "nothing-claimed");
    }

    @Test
    @DisplayName("What was paid is not claimed any more, and cannot be waived; taken back, it is claimed again")
    void paid() {
        ClaimedCharges claimed = ClaimedCharges.claim(
                        new UUID(0, 8), SUBJECT, new Sums(eur("18.02"), eur("40.00"), eur("0.00")), day("2025-03-31"))
                .next();
        ClaimedCharges paid = claimed.with(List.of(), eur("50.00"));

        assertThat(paid.remaining()).isEqualTo(eur("8.02"));
        assertThatThrownBy(() -> paid.waive(waiver("8.03", Cause.BY_PERSON)))
                .hasFieldOrPropertyWithValue("code", "waiver-exceeds-charges");
        assertThat(paid.waive(waiver("8.02", Cause.BY_PERSON)).next().remaining())
                .isEqualTo(eur("0.00"));
        assertThat(paid.with(List.of(), eur("0.00")).remaining()).isEqualTo(eur("58.02"));
        assertThat(claimed.isTooEarlyFor(day("2025-03-31"))).isTrue();
        assertThat(claimed.isTooEarlyFor(day("2025-03-30"))).isFalse();
    }

    private static LateCharges charges(String total, String notOwed) {
        return invoice(total, notOwed, List.of())
                .chargesOn(day("2025-03-31"), LAW)
                .orElseThrow();
    }

    private static Invoice invoice(String total, String notOwed, List<Payment> payments) {
        return new Invoice(parties("NL"), eur(total), eur(notOwed), day("2025-01-31"), payments);
    }

    private static InterestTerms.Parties parties(String law) {
        return new InterestTerms.Parties(Jurisdiction.valueOf(law), DebtorKind.BUSINESS);
    }

    private static Payment payment(String amount, String day) {
        return new Payment(eur(amount), day(day), null);
    }

    private static Waiver waiver(String amount, Cause cause) {
        return new Waiver(new UUID(0, 8), eur(amount), cause, "anna", "goodwill", day("2025-04-01"));
    }
}
