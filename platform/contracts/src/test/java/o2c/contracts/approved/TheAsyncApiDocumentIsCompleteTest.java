package o2c.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import o2c.contracts.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TheAsyncApiDocumentIsCompleteTest {

    /** What the runtime writes on every record; the last four of the list only where there is a value. */
    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "ce_tenant",
            "ce_businessdate",
            "ce_sequence",
            "ce_correlationid",
            "content-type",
            "ce_causationid",
            "traceparent");

    private static final int ALWAYS_WRITTEN = 12;
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = YAML.readTree(Approved.read(Approved.asyncApi()));

    static List<Approved> all() {
        return Approved.all();
    }

    @Test
    void itIsAnAsyncApi3Document() {
        assertThat(DOCUMENT.path("asyncapi").stringValue()).isEqualTo("3.0.0");
    }

    @ParameterizedTest
    @MethodSource("publishers")
    void eachPublisherHasItsChannelWithAllItsEventsAndNoOther(Publisher publisher) {
        List<String> events = all().stream()
                .filter(approved -> approved.publisher() == publisher)
                .map(Approved::name)
                .toList();
        JsonNode channel = DOCUMENT.path("channels").path(publisher.key());
        String operation = "announce" + publisher.key().substring(0, 1).toUpperCase()
                + publisher.key().substring(1);

        assertThat(channel.path("address").stringValue()).isEqualTo(publisher.topic());
        assertThat(channel.path("messages").propertyNames()).containsExactlyInAnyOrderElementsOf(events);
        assertThat(DOCUMENT.path("operations").path(operation + "Events").path("messages"))
                .extracting(message -> resolve(message).path("name").stringValue())
                .containsExactlyInAnyOrderElementsOf(publisher.types().keySet());
    }

    static Stream<Publisher> publishers() {
        return Stream.of(Publisher.values());
    }

    @Test
    void thereAreNoOtherChannelsAndMessages() {
        assertThat(DOCUMENT.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        publishers().map(Publisher::key).toList());
        assertThat(DOCUMENT.path("components").path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Approved::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachMessageIsDescribedByItsSchemaAndShowsTheApprovedSample(Approved approved) {
        JsonNode message = DOCUMENT.path("components").path("messages").path(approved.name());
        JsonNode headers = message.path("headers").path("properties");

        assertThat(message.path("name").stringValue()).isEqualTo(approved.eventType());
        assertThat(headers.path("ce_type").path("const").stringValue()).isEqualTo(approved.eventType());
        assertThat(headers.path("ce_source").path("const").stringValue())
                .isEqualTo("/o2c/" + approved.publisher().key());
        assertThat(headers.path("ce_dataschema").path("const").stringValue()).isEqualTo(approved.schemaName());
        assertThat(resolve(message.path("payload"))).isEqualTo(JSON.readTree(Approved.read(approved.schemaFile())));
        assertThat(resolve(message.path("examples").path(0).path("payload")))
                .isEqualTo(JSON.readTree(Approved.read(approved.sampleFile())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theKeyEndsWithTheCustomerWhereThereIsOne(Approved approved) {
        JsonNode message = DOCUMENT.path("components").path("messages").path(approved.name());
        boolean ofACustomer =
                JSON.readTree(Approved.read(approved.sampleFile())).has("customerId");

        assertThat(message.path("traits").path(0).path("$ref").stringValue())
                .endsWith(ofACustomer ? "/ofOneCustomer" : "/ofNoCustomer");
    }

    @Test
    void theHeadersAreThoseThatTheRuntimeWrites() {
        JsonNode headers = DOCUMENT.path("components").path("schemas").path("CloudEventHeaders");

        assertThat(headers.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(headers.path("required"))
                .extracting(JsonNode::stringValue)
                .containsExactlyInAnyOrderElementsOf(HEADERS.subList(0, ALWAYS_WRITTEN));
        assertThat(DOCUMENT.path("components").path("messageTraits"))
                .allSatisfy(trait -> assertThat(resolve(trait.path("headers"))).isEqualTo(headers));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(DOCUMENT, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(target(reference).isMissingNode())
                        .as("%s in %s", reference, Approved.asyncApi())
                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(target(node.path("$ref").stringValue())) : node;
    }

    private static JsonNode target(String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        JsonNode document = file.isEmpty() ? DOCUMENT : JSON.readTree(Approved.read(sibling(file)));
        return hash < 0 ? document : document.at(reference.substring(hash + 1));
    }

    private static Path sibling(String file) {
        return Approved.asyncApi().resolveSibling(file).normalize();
    }
}
