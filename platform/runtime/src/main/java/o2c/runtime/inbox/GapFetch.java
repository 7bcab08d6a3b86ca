package o2c.runtime.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import o2c.contracts.Publisher;
import o2c.runtime.peers.Peers;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/** Fetches from the publisher what Kafka did not deliver, and then applies what was waiting behind it. */
@ApplicationScoped
class GapFetch {

    private static final Logger LOG = Logger.getLogger(GapFetch.class);
    private static final int CUSTOMERS_A_ROUND = 50;

    private final Work work;
    private final Sql sql;
    private final Peers peers;
    private final Inbox inbox;
    private final Parking parking;
    private final ParkedRetry retry;

    GapFetch(Work work, Sql sql, Peers peers, Inbox inbox, Parking parking, ParkedRetry retry) {
        this.work = work;
        this.sql = sql;
        this.peers = peers;
        this.inbox = inbox;
        this.parking = parking;
        this.retry = retry;
    }

    /** Closes the gaps of a tenant as far as the publisher answers. */
    void close(Publisher publisher, String tenant) {
        if (!peers.knows(publisher)) {
            return;
        }
        for (String customer : work.reading(tenant, () -> parking.withGaps(publisher, CUSTOMERS_A_ROUND))) {
            try {
                closeOne(publisher, tenant, customer);
            } catch (CompletionException publisherIsAway) {
                LOG.warnf("events of %s could not be fetched: %s", publisher.key(), publisherIsAway.getMessage());
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "a gap in the events of %s stays open", publisher.key());
            }
        }
    }

    private void closeOne(Publisher publisher, String tenant, String customer) {
        long from = 1 + work.reading(tenant, () -> Intake.reached(sql, publisher, customer));
        JsonNode page = peers.get(
                        publisher,
                        tenant,
                        "/v1/events?limit=200&customerId=" + URLEncoder.encode(customer, StandardCharsets.UTF_8)
                                + "&fromSequence=" + from)
                .join();
        List<Envelope> missing = new ArrayList<>();
        page.path("items").forEach(item -> missing.add(envelope(publisher, tenant, customer, item)));
        inbox.hear(publisher, tenant, missing);
        retry.retryAll(tenant, publisher, customer);
    }

    private static Envelope envelope(Publisher publisher, String tenant, String customer, JsonNode item) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_id", item.path("id").asText());
        headers.put("ce_type", item.path("type").asText());
        headers.put("ce_sequence", item.path("sequence").asText());
        headers.put("ce_businessdate", item.path("businessDate").asText());
        headers.put("ce_time", item.path("time").asText());
        headers.put("ce_dataschema", item.path("dataSchema").asText());
        headers.put("traceparent", item.path("traceparent").asText());
        headers.put("ce_correlationid", item.path("correlationId").asText());
        Heard heard = new Heard(
                UUID.fromString(headers.get("ce_id")),
                publisher,
                item.path("sequence").asLong(),
                LocalDate.parse(headers.get("ce_businessdate")),
                Instant.parse(headers.get("ce_time")),
                headers.get("ce_correlationid"),
                headers.get("traceparent"));
        return new Envelope(
                publisher,
                tenant,
                customer,
                heard,
                headers.get("ce_type"),
                Envelope.majorOf(headers.get("ce_dataschema")),
                item.path("data").toString().getBytes(StandardCharsets.UTF_8),
                headers,
                Envelope.FETCHED,
                publisher.topic() + "/feed/" + headers.get("ce_id"));
    }
}
