package o2c.invoice.payments;

/** Examples of requests and answers for the published API. */
final class PaymentExamples {

    static final String RECEIPT = """
        {"customerId":"acme","sellerId":"delta","amount":{"amount":"1185.80","currency":"EUR"},
         "receivedOn":"2026-01-12","reference":"2026-0042"}\
        """;

    static final String ALLOCATION = """
        {"allocations":[{"sellerId":"delta","invoiceNumber":"2026-0042",
         "amount":{"amount":"1185.80","currency":"EUR"}}]}\
        """;

    static final String ANSWER = """
        {"paymentId":"019b8c5d-7e00-7000-8000-000000000077","customerId":"acme","sellerId":"delta",
         "amount":{"amount":"1185.80","currency":"EUR"},"unallocated":{"amount":"0.00","currency":"EUR"},
         "receivedOn":"2026-01-12","reference":"2026-0042","status":"received",
         "allocations":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","sellerId":"delta",
         "invoiceNumber":"2026-0042","amount":{"amount":"1185.80","currency":"EUR"},
         "discount":{"amount":"24.20","currency":"EUR"}}]}\
        """;

    static final String REVERSAL = """
        {"reason":"charged-back","reversedOn":"2026-02-25"}\
        """;

    static final String REVERSED = """
        {"paymentId":"019b8c5d-7e00-7000-8000-000000000077","customerId":"acme","sellerId":"delta",
         "amount":{"amount":"1185.80","currency":"EUR"},"unallocated":{"amount":"0.00","currency":"EUR"},
         "receivedOn":"2026-01-12","reference":"2026-0042","status":"reversed","reversedOn":"2026-02-25",
         "reversalReason":"charged-back","allocations":[]}\
        """;

    static final String REFUND = """
        {"amount":{"amount":"14.20","currency":"EUR"},"refundedOn":"2026-01-20"}\
        """;

    static final String REFUNDED = """
        {"paymentId":"019b8c5d-7e00-7000-8000-000000000078","customerId":"acme","sellerId":"delta",
         "amount":{"amount":"114.20","currency":"EUR"},"unallocated":{"amount":"0.00","currency":"EUR"},
         "refunded":{"amount":"14.20","currency":"EUR"},"receivedOn":"2026-01-12","status":"received",
         "allocations":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","sellerId":"delta",
         "invoiceNumber":"2026-0042","amount":{"amount":"100.00","currency":"EUR"}}]}\
        """;

    static final String EXPORT = """
            paymentId,customerId,sellerId,receivedOn,currency,amount,unallocated,refunded,reference,orderId,\
            externalId,reversedOn,reversalReason
            019b8c5d-7e00-7000-8000-000000000077,acme,delta,2026-01-12,EUR,1185.80,0.00,0.00,2026-0042,,,,
            """;

    private PaymentExamples() {}
}
