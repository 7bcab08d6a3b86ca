package o2c.invoice.payments;

import java.io.Writer;
import o2c.invoice.books.Csv;
import o2c.invoice.payments.Payments.PaymentRow;
import o2c.invoice.payments.domain.Payment;

/** Payments as CSV, one line each. */
final class PaymentCsv {

    private final Csv csv;

    PaymentCsv(Writer out) {
        csv = new Csv(out);
        csv.line(
                "paymentId",
                "customerId",
                "sellerId",
                "receivedOn",
                "currency",
                "amount",
                "unallocated",
                "refunded",
                "reference",
                "orderId",
                "externalId",
                "reversedOn",
                "reversalReason");
    }

    void line(PaymentRow row) {
        Payment payment = row.payment();
        csv.line(
                payment.id(),
                payment.customerId(),
                payment.sellerId(),
                payment.receivedOn(),
                payment.amount().currency(),
                payment.amount(),
                payment.unallocated(),
                payment.refunded(),
                payment.naming().reference(),
                payment.naming().orderId(),
                row.externalId(),
                payment.reversedOn(),
                row.reversalReason());
    }
}
