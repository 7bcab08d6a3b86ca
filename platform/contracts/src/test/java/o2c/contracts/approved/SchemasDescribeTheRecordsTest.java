package o2c.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import o2c.contracts.json.EventJson;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasDescribeTheRecordsTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** How a type of a record component is described. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "string",
            UUID.class, "string uuid",
            LocalDate.class, "string date",
            BigDecimal.class, "string",
            Percentage.class, "string",
            int.class, "integer",
            boolean.class, "boolean",
            Money.class, "object",
            List.class, "array");

    static List<Approved> all() {
        return Approved.all();
    }

    @Test
    void thereIsOneSchemaPerEventTypeAndNoOther() {
        assertThat(Approved.filesIn(Approved.schemas()))
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Approved::schemaFile).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsNamedAsTheHeaderOfTheEventNamesIt(Approved approved) throws JsonProcessingException {
        JsonNode schema = schema(approved);

        assertThat(schema.path("$id").textValue()).isEqualTo(approved.schemaName());
        assertThat(schema.path("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").textValue()).isEqualTo(approved.name());
        assertThat(schema.path("description").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSampleFitsAndStandsInItAsTheExample(Approved approved) throws JsonProcessingException {
        String sample = Approved.read(approved.sampleFile());
        Schema schema = REGISTRY.getSchema(Approved.read(approved.schemaFile()));

        assertThat(schema.validate(
                        sample,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s against %s", approved.sampleFile(), approved.schemaFile())
                .isEmpty();
        assertThat(schema(approved).at("/examples/0").toPrettyString())
                .as("the example in %s", approved.schemaFile())
                .isEqualTo(EventJson.mapper().readTree(sample).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyComponentOfTheRecordStandsInItAndNothingElse(Approved approved) throws JsonProcessingException {
        JsonNode root = schema(approved);
        compare(approved, root, root, approved.type());
    }

    @Test
    void moneyIsDescribedTheSameEverywhere() throws JsonProcessingException {
        List<JsonNode> definitions = new ArrayList<>();
        for (Approved approved : all()) {
            JsonNode money = schema(approved).at("/$defs/money");
            if (!money.isMissingNode()) {
                definitions.add(money);
            }
        }

        assertThat(definitions).isNotEmpty();
        assertThat(definitions.stream().distinct()).hasSize(1);
    }

    private static void compare(Approved approved, JsonNode root, JsonNode schema, Class<?> type) {
        List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
        JsonNode properties = schema.path("properties");
        assertThat(namesIn(properties))
                .as("fields of %s in %s", type.getSimpleName(), approved.schemaFile())
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        for (RecordComponent component : components) {
            JsonNode property = properties.path(component.getName());
            String where = component.getName() + " in " + approved.schemaFile();
            assertThat(property.path("description").asText())
                    .as("description of %s", where)
                    .isNotBlank();
            compare(approved, root, property, component, where);
        }
    }

    private static void compare(
            Approved approved, JsonNode root, JsonNode property, RecordComponent component, String where) {
        JsonNode described = resolved(root, property);
        Class<?> type = component.getType();
        assertThat(form(described)).as("form of %s", where).isEqualTo(FORMS.getOrDefault(type, "object"));
        if (type == List.class) {
            Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            JsonNode items = resolved(root, described.path("items"));
            assertThat(form(items)).as("elements of %s", where).isEqualTo(FORMS.getOrDefault(element, "object"));
            if (((Class<?>) element).isRecord()) {
                compare(approved, root, items, (Class<?>) element);
            }
        } else if (type.isRecord() && !FORMS.containsKey(type)) {
            compare(approved, root, described, type);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return reference == null ? schema : root.at(reference.textValue().substring(1));
    }

    private static String form(JsonNode schema) {
        String format = schema.path("format").asText("");
        return format.isEmpty()
                ? schema.path("type").asText()
                : schema.path("type").asText() + " " + format;
    }

    private static List<String> namesIn(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static JsonNode schema(Approved approved) throws JsonProcessingException {
        return EventJson.mapper().readTree(Approved.read(approved.schemaFile()));
    }
}
