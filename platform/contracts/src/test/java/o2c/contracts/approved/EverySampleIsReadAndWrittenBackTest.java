package o2c.contracts.approved;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EverySampleIsReadAndWrittenBackTest {

    static List<Approved> all() {
        return Approved.all();
    }

    @Test
    void thereIsOneSamplePerEventTypeAndNoOther() {
        assertThat(Approved.filesIn(Approved.samples()))
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Approved::sampleFile).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsReadIntoTheRecordAndWrittenBackEqual(Approved approved) throws JsonProcessingException {
        Event event = read(approved, sample(approved));

        JsonNode written = EventJson.mapper().readTree(new String(EventJson.write(event), UTF_8));

        assertThat(written.toPrettyString())
                .as("written from %s", approved.sampleFile())
                .isEqualTo(sample(approved).toPrettyString());
        assertThat(Publisher.typeOf(event)).isEqualTo(approved.eventType());
        assertThat(Publisher.of(event)).isEqualTo(approved.publisher());
    }

    @ParameterizedTest
    @MethodSource("all")
    void itShowsEveryFieldOfTheRecord(Approved approved) throws JsonProcessingException {
        assertThat(fieldsOf(sample(approved)))
                .as("%s", approved.sampleFile())
                .containsExactlyElementsOf(Arrays.stream(approved.type().getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFieldThatALaterVersionAddsIsIgnored(Approved approved) throws JsonProcessingException {
        ObjectNode later = sample(approved).put("colour", "blue");
        later.putObject("provenance").put("kind", "opening");

        assertThat(read(approved, later)).isEqualTo(read(approved, sample(approved)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itNamesItsSubjectAndItsCustomer(Approved approved) throws JsonProcessingException {
        Event event = read(approved, sample(approved));
        JsonNode customer = sample(approved).get("customerId");

        assertThat(event.subject()).isNotBlank();
        assertThat(event.customerId()).isEqualTo(customer == null ? null : customer.textValue());
    }

    private static ObjectNode sample(Approved approved) throws JsonProcessingException {
        return (ObjectNode) EventJson.mapper().readTree(Approved.read(approved.sampleFile()));
    }

    private static Event read(Approved approved, JsonNode data) {
        return EventJson.read(data.toString().getBytes(UTF_8), approved.type());
    }

    private static List<String> fieldsOf(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
