package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import o2c.invoice.books.StrictLines;
import o2c.invoice.payments.CashReceipts.Booked;
import o2c.invoice.payments.Payments.PaymentRow;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.RuleBroken;

/** Takes receipts as callers tell them, one by one or as lines of a file, and books what is new. */
@ApplicationScoped
public class PaymentIntake {

    private final StrictLines lines;
    private final SellerRegister sellers;
    private final CashReceipts receipts;
    private final Payments payments;

    PaymentIntake(StrictLines lines, SellerRegister sellers, CashReceipts receipts, Payments payments) {
        this.lines = lines;
        this.sellers = sellers;
        this.receipts = receipts;
        this.payments = payments;
    }

    /**
     * Books one receipt told as JSON; one that was told before under its external id changes nothing.
     *
     * @throws RuleBroken as a request of its own would be refused
     */
    public void book(String json) {
        PaymentRequest request = lines.read(json, PaymentRequest.class);
        Optional<PaymentRow> known = known(request);
        if (known.isPresent()) {
            refuseOther(known.get().payment(), request);
        } else {
            book(request);
        }
    }

    /** Books a receipt that must be new. */
    Booked receive(PaymentRequest request) {
        known(request).ifPresent(row -> {
            throw taken(request);
        });
        return book(request);
    }

    private Booked book(PaymentRequest request) {
        String seller = sellers.meant(request.sellerTold());
        return receipts.receive(request.receipt(seller), request.wish(seller), request.externalId());
    }

    private Optional<PaymentRow> known(PaymentRequest request) {
        return request.externalId() == null ? Optional.empty() : payments.byExternalId(request.externalId());
    }

    private static void refuseOther(Payment known, PaymentRequest told) {
        boolean same = known.customerId().equals(told.customerId())
                && known.amount().equals(told.amount())
                && known.receivedOn().equals(told.receivedOn());
        if (!same) {
            throw taken(told);
        }
    }

    private static RuleBroken taken(PaymentRequest request) {
        return RuleBroken.conflict("external-id-taken", "there is a payment " + request.externalId() + " already")
                .at("/externalId");
    }
}
