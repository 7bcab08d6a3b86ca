package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("How does what the ledger announces move cash and invoices")
class HowTheBooksMoveTest {

    private static final UUID INVOICE = new UUID(0, 1);
    private static final UUID CAUSE = new UUID(0, 2);
    private static final LocalDate CAME = day("2026-03-02");
    private static final LocalDate BOOKED = day("2026-03-05");

    static Stream<Arguments> announced() {
        return Stream.of(
                Arguments.of("received", Movement.of(received("90.00")), "90.00", ""),
                Arguments.of("allocated", Movement.of(allocated("90.00", "10.00")), "-90.00", "allocated 90.00 02"),
                Arguments.of(
                        "reversed in part",
                        Movement.of(reversed("5.00", "90.00", "95.00")),
                        "-5.00",
                        "allocated -90.00 05"),
                Arguments.of(
                        "reversed after settlement",
                        Movement.of(reversed("0.00", "90.00", "90.00")),
                        "0.00",
                        "allocated -90.00 05 reopens"),
                Arguments.of(
                        "released",
                        Movement.of(new CashReleased(CAUSE, "C", "S", "refund", eur("4.00"), eur("1.00"), BOOKED)),
                        "-4.00",
                        ""),
                Arguments.of("charges paid", Movement.of(chargesPaid("40.00", "2.50")), "-42.50", ""),
                Arguments.of(
                        "discount",
                        Movement.of(new DiscountTaken(CAUSE, INVOICE, "C", "S", "1", eur("2.00"), eur("0.00"), BOOKED)),
                        "0.00",
                        "discounted 2.00 05"),
                Arguments.of("waived", Movement.of(writtenOff("waived", false)), "0.00", "given-up 7.00 05"),
                Arguments.of("bookkeeping", Movement.of(writtenOff("bookkeeping", true)), "0.00", "lives-on 7.00 05"),
                Arguments.of(
                        "credit",
                        Movement.of(new CreditNoteIssued(
                                CAUSE,
                                "C",
                                "S",
                                "G-1",
                                BOOKED,
                                CAME,
                                eur("30.00"),
                                BigDecimal.ONE,
                                eur("30.00"),
                                parts("20.00", "80.00"),
                                eur("10.00"))),
                        "10.00",
                        "credited 20.00 02"),
                Arguments.of(
                        "credit set off",
                        Movement.of(
                                new CreditNoteAllocated(CAUSE, "C", "S", BOOKED, parts("10.00", "70.00"), eur("0.00"))),
                        "-10.00",
                        "credited 10.00 05"));
    }

    @ParameterizedTest(name = "{0}: cash {2}, invoice {3}")
    @MethodSource("announced")
    @DisplayName("by the same amounts as in the ledger")
    void moves(String name, Movement movement, String cash, String part) {
        assertThat(movement.cash()).isEqualTo(eur(cash));
        assertThat(movement.account()).isEqualTo(new AccountKey("C", "S", Given.EUR));
        assertThat(movement.parts().stream().map(HowTheBooksMoveTest::text).toList())
                .isEqualTo(part.isEmpty() ? List.of() : List.of(part));
    }

    private static String text(Movement.Part part) {
        return part.kind().code() + " " + part.amount().amount() + " "
                + part.valuedOn().toString().substring(8) + (part.reopens() ? " reopens" : "");
    }

    private static List<Allocation> parts(String amount, String outstanding) {
        return List.of(new Allocation(INVOICE, "1", eur(amount), eur(outstanding)));
    }

    private static PaymentReceived received(String amount) {
        return new PaymentReceived(CAUSE, "C", "S", eur(amount), BigDecimal.ONE, eur(amount), CAME, null, null);
    }

    private static PaymentAllocated allocated(String amount, String outstanding) {
        return new PaymentAllocated(CAUSE, "C", "S", CAME, BOOKED, parts(amount, outstanding));
    }

    private static PaymentReversed reversed(String unallocated, String again, String outstanding) {
        return new PaymentReversed(
                CAUSE,
                "C",
                "S",
                eur("95.00"),
                eur(unallocated),
                BOOKED,
                "returned",
                parts(again, outstanding),
                List.of());
    }

    private static LateChargesPaid chargesPaid(String costs, String interest) {
        PaidCharges paid = new PaidCharges(INVOICE, "1", eur(costs), eur(interest), eur("0.00"));
        return new LateChargesPaid(CAUSE, "C", "S", CAME, BOOKED, List.of(paid));
    }

    private static InvoiceWrittenOff writtenOff(String kind, boolean livesOn) {
        return new InvoiceWrittenOff(CAUSE, INVOICE, "C", "S", "1", kind, eur("7.00"), eur("0.00"), BOOKED, livesOn);
    }
}
