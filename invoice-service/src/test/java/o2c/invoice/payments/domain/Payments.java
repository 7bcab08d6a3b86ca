package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.content;
import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.References;

/** Payments for rule tests, and shares as a reader tells them. */
final class Payments {

    static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private Payments() {}

    /** A receipt of customer C for seller S quoting "text". */
    static Payment receipt(UUID id, String amount, String receivedOn) {
        return new Payment(
                id, "C", "S", eur(amount), eur(amount), eur("0.00"), day(receivedOn), new Naming("text", null), null);
    }

    /** An invoice due on 2025-01-31 that bills an order. */
    static Invoice ofOrder(String number, String amount, String orderId) {
        InvoiceContent plain = content(number, amount, "2025-01-01", "2025-01-31");
        InvoiceContent ordered = new InvoiceContent(
                plain.sellerId(),
                plain.customerId(),
                plain.invoiceNumber(),
                plain.issuedOn(),
                plain.dueOn(),
                plain.payableOn(),
                plain.total(),
                null,
                null,
                new References(orderId, List.of(), null, null, null));
        UUID id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        return Invoice.issue(id, ordered, ordered.issuedOn()).next();
    }

    /** {@code A 300.00, G 0.00 + 40.00 + 1.00}: principal, then costs and interest where there are any. */
    static String told(List<Share> shares) {
        return String.join(", ", shares.stream().map(Payments::told).toList());
    }

    private static String told(Share share) {
        String principal =
                share.invoice().content().invoiceNumber() + " " + share.amount().amount();
        return share.charges().isNothing()
                ? principal
                : principal + " + " + share.charges().costs().amount() + " + "
                        + share.charges().interest().amount();
    }
}
