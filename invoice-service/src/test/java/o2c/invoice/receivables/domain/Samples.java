package o2c.invoice.receivables.domain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.Money;

/** Invoices for rule tests: customer C, seller S, euros. */
public final class Samples {

    private Samples() {}

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public static InvoiceContent content(String number, String amount, String issuedOn, String dueOn) {
        return new InvoiceContent(
                "S", "C", number, day(issuedOn), day(dueOn), day(dueOn), eur(amount), null, null, References.NONE);
    }

    /** An invoice in the books since its day of issue. */
    public static Invoice invoice(String number, String amount, String issuedOn, String dueOn) {
        InvoiceContent content = content(number, amount, issuedOn, dueOn);
        UUID id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        return Invoice.issue(id, content, content.issuedOn()).next();
    }
}
