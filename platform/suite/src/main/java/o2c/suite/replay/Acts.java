package o2c.suite.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.Publisher;
import o2c.suite.rest.Answer;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Rest;

/**
 * The calls of a replay. Each carries a key made of the replay, the line and the act, so that one that is repeated, now
 * or by a later run, has its effect once.
 */
final class Acts {

    private static final int LONGEST_TERM = 365;
    private static final String REASON = "replay of a ledger";

    private final Rest rest;
    private final Rest approver;
    private final Mapping mapping;
    private final String keys;

    /** {@code keys} is what all keys of this replay begin with. */
    Acts(Rest rest, Rest approver, Mapping mapping, String keys) {
        this.rest = rest;
        this.approver = approver;
        this.mapping = mapping;
        this.keys = keys;
    }

    /** Does one step for one line. */
    void act(History.Step step, LedgerLine line) {
        switch (step) {
            case CHECK -> check(line);
            case ISSUE -> issue(line);
            case DISPUTE -> dispute(line);
            case PAY -> pay(line);
            case OPEN -> throw new IllegalArgumentException("a day is opened, not a line");
        }
    }

    private void check(LedgerLine line) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("customerId", line.customerId());
        check.put("purpose", "order");
        check.put("orderId", line.invoiceNumber());
        check.put("amount", line.amount());
        check.put("paymentTermDays", Math.min(LONGEST_TERM, line.termDays()));
        post(Publisher.CREDIT, "/v1/credit-checks", key(line, "check"), check);
    }

    private void issue(LedgerLine line) {
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("sellerId", sellerId());
        invoice.put("customerId", line.customerId());
        invoice.put("invoiceNumber", line.invoiceNumber());
        invoice.put("issuedOn", line.issuedOn());
        invoice.put("dueOn", line.dueOn());
        invoice.put("currency", mapping.currency());
        invoice.put("total", line.amount().amount());
        invoice.put("orderId", line.invoiceNumber());
        post(Publisher.INVOICE, "/v1/invoices", key(line, "issue"), invoice);
    }

    private void dispute(LedgerLine line) {
        Map<String, Object> dispute = new LinkedHashMap<>();
        dispute.put("sellerId", sellerId());
        dispute.put("invoiceNumber", line.invoiceNumber());
        dispute.put("amount", line.amount());
        dispute.put("code", "other");
        dispute.put("text", "flagged as disputed in the ledger");
        post(Publisher.DUNNING, "/v1/disputes", key(line, "dispute"), dispute);
    }

    private void pay(LedgerLine line) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("customerId", line.customerId());
        payment.put("sellerId", sellerId());
        payment.put("amount", line.amount());
        payment.put("receivedOn", line.settledOn());
        payment.put("reference", line.invoiceNumber());
        payment.put(
                "allocations",
                List.of(Map.of(
                        "sellerId", sellerId(), "invoiceNumber", line.invoiceNumber(), "amount", line.amount())));
        post(Publisher.INVOICE, "/v1/payments", key(line, "pay"), payment);
    }

    void registerSeller() {
        Mapping.Seller seller = mapping.seller();
        rest.put(
                        Publisher.INVOICE,
                        "/v1/sellers/" + Rest.segment(seller.sellerId()),
                        Map.of(
                                "name", seller.name(),
                                "country", seller.country(),
                                "currency", mapping.currency(),
                                "timeZone", seller.timeZone()))
                .expect(200, 201);
    }

    /** A policy over the whole ledger; one that is there already stays. */
    void agreePolicy(History history) {
        Mapping.Policy policy = mapping.policy();
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("validFrom", history.firstDay().minusDays(1));
        terms.put("validTo", history.ledgerEndsOn());
        terms.put("currency", mapping.currency());
        terms.put("insuredPercentage", policy.insuredPercentage());
        terms.put("rule", policy.rule());
        terms.put("extensionPeriod", Map.of("value", policy.extensionDays(), "unit", "days"));
        rest.put(Publisher.POLICY, "/v1/policies/" + Rest.segment(policy.policyId()), terms)
                .expect(200, 201, 428);
    }

    /** A customer with his credit limit and the insurer's limit on him. */
    void registerCustomer(LedgerLine line, History history) {
        String customer = line.customerId();
        rest.put(
                        Publisher.CREDIT,
                        "/v1/customers/" + Rest.segment(customer),
                        Map.of("name", "Customer " + customer, "country", line.country(), "kind", "business"))
                .expect(200, 201);
        grantCredit(line, history);
        insure(line, history);
    }

    private void grantCredit(LedgerLine line, History history) {
        String path = "/v1/customers/" + Rest.segment(line.customerId()) + "/credit-limit-requests";
        JsonNode request = post(
                Publisher.CREDIT,
                path,
                key(line, "limit"),
                Map.of(
                        "amount", mapping.creditLimitMoney(),
                        "validFrom", history.firstDay().minusDays(1),
                        "reason", REASON));
        if (request.path("status").asText().equals("pending")) {
            approver.post(
                            Publisher.CREDIT,
                            path + "/" + request.path("requestId").asText() + "/decision",
                            key(line, "limit-decision"),
                            Map.of("decision", "approved", "reason", REASON))
                    .expect(200, 201);
        }
    }

    private void insure(LedgerLine line, History history) {
        JsonNode limit = post(
                Publisher.POLICY,
                "/v1/limits",
                key(line, "insurance"),
                Map.of(
                        "policyId", mapping.policy().policyId(),
                        "customerId", line.customerId(),
                        "amount", mapping.insurerLimitMoney(),
                        "effectiveFrom", history.firstDay().minusDays(1)));
        post(
                Publisher.POLICY,
                "/v1/limits/" + limit.path("limitId").asText() + "/decision",
                key(line, "insurance-decision"),
                Map.of("decision", "granted", "amount", mapping.insurerLimitMoney(), "reason", REASON));
    }

    private String sellerId() {
        return mapping.seller().sellerId();
    }

    private String key(LedgerLine line, String act) {
        return keys + line.number() + "-" + act;
    }

    private JsonNode post(Publisher service, String path, String key, Object body) {
        Answer answer = rest.post(service, path, key, body);
        if (!answer.isOk()) {
            throw new CannotGoOn(key + ": " + refusal(answer));
        }
        return answer.body();
    }

    private static String refusal(Answer answer) {
        return answer.asked() + " was refused with " + answer.status() + " " + answer.code() + " ("
                + answer.body().path("detail").asText() + ").";
    }
}
