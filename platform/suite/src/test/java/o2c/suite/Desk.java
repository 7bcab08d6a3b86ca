package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.suite.rest.Answer;
import o2c.suite.rest.Rest;

/** A tenant's clerk in a diary: says in short words what takes a call, and remembers what he wrote last. */
final class Desk {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private final Rest rest;
    private final Map<String, String> lastWritten = new HashMap<>();
    private String lastJob;

    Desk(String tenant) {
        rest = WholeSuite.as(tenant);
    }

    Rest rest() {
        return rest;
    }

    void put(Publisher service, String path, String body) {
        rest.put(service, path, json(body)).expect(200, 201);
    }

    JsonNode post(Publisher service, String path, String body) {
        Answer answer = rest.post(service, path, UUID.randomUUID().toString(), json(body));
        answer.header("O2C-Sequence").ifPresent(position -> lastWritten.put(position.split(";")[1], position));
        return answer.expect(200, 201);
    }

    JsonNode read(Publisher service, String path) {
        return rest.get(service, path).expect(200);
    }

    /** Reads what a service makes of what was written last about the customer. */
    JsonNode readLatest(Publisher service, String path, String customer) {
        return read(service, path + "?atLeast=" + Rest.segment(lastWritten.get(customer)));
    }

    JsonNode check(String customer, String orderId, String amount) {
        return post(Publisher.CREDIT, "/v1/credit-checks", """
                {"customerId":"%s","purpose":"order","orderId":"%s","amount":{"amount":"%s","currency":"EUR"},
                 "paymentTermDays":30}""".formatted(customer, orderId, amount));
    }

    /** Issues an invoice on the business date and gives its id; the order may be null. */
    String issue(String customer, String number, String total, LocalDate dueOn, String orderId) {
        String order = orderId == null ? "" : ",\"orderId\":\"" + orderId + "\"";
        return post(Publisher.INVOICE, "/v1/invoices", """
                {"sellerId":"fietsen","customerId":"%s","invoiceNumber":"%s","issuedOn":"%s","dueOn":"%s",
                 "currency":"EUR","total":"%s"%s}""".formatted(customer, number, today(), dueOn, total, order))
                .path("invoiceId")
                .asText();
    }

    LocalDate today() {
        return LocalDate.parse(
                read(Publisher.INVOICE, "/v1/test-clock").path("date").asText());
    }

    /** Opens every day up to this one. */
    void advance(LocalDate day) {
        Answer accepted = rest.post(Publisher.INVOICE, "/v1/test-clock", Map.of("advanceTo", day));
        accepted.expect(202);
        String location = accepted.header("Location").orElseThrow();
        String job = location.substring(location.indexOf("/v1/"));
        lastJob = job.substring(job.lastIndexOf('/') + 1);
        String status = "running";
        while (status.equals("running")) {
            status = read(Publisher.INVOICE, job + "?wait=10").path("status").asText();
        }
        assertThat(status).isEqualTo("completed");
        assertThat(today()).isEqualTo(day);
    }

    void awaitRest() {
        while (!read(Publisher.INVOICE, "/v1/test-clock").path("settled").asBoolean()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    String lastJob() {
        return lastJob;
    }

    List<JsonNode> events(Publisher service, String type) {
        return rest.all(service, "/v1/events?type=" + service.topic() + "." + type);
    }

    int statusOf(Publisher service, String path) {
        return rest.get(service, path).status();
    }

    private static JsonNode json(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
