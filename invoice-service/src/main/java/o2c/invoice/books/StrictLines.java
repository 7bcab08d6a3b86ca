package o2c.invoice.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;

/** Reads requests out of batches and the lines of files, as strictly as a request of their own would be read. */
@ApplicationScoped
public class StrictLines {

    private final ObjectMapper mapper;
    private final Validator validator;

    StrictLines(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * One line of JSON as a request.
     *
     * @throws RuleBroken {@code json-malformed}, {@code unknown-field}, {@code wrong-type}, or what a field's own rule
     *     says, each naming the field
     */
    public <T> T read(String line, Class<T> type) {
        return strictly(() -> mapper.readValue(line, type));
    }

    /** The same of an object within another, such as an item of a batch. */
    public <T> T read(JsonNode json, Class<T> type) {
        return strictly(() -> mapper.treeToValue(json, type));
    }

    private interface Source<T> {
        T object() throws JsonProcessingException;
    }

    private <T> T strictly(Source<T> source) {
        try {
            return checked(source.object());
        } catch (UnrecognizedPropertyException unknown) {
            throw RuleBroken.invalid("unknown-field", "there is no such field here")
                    .at(pointer(unknown.getPath()));
        } catch (JsonMappingException wrongField) {
            throw refusal(wrongField);
        } catch (JsonProcessingException notJson) {
            throw RuleBroken.invalid("json-malformed", "this is not a JSON object of its own");
        }
    }

    /** A value's own refusal, placed; or that it is of the wrong kind. */
    private static RuleBroken refusal(JsonMappingException wrongField) {
        String place = pointer(wrongField.getPath());
        if (wrongField.getCause() instanceof RuleBroken value) {
            return value.at(place + Objects.requireNonNullElse(value.pointer(), ""));
        }
        return RuleBroken.invalid("wrong-type", "this is not the kind of value that is asked for here")
                .at(place);
    }

    private <T> T checked(T request) {
        if (request == null) {
            throw RuleBroken.invalid("wrong-type", "a JSON object is needed here");
        }
        validator.validate(request).stream().findFirst().ifPresent(violation -> {
            throw RuleBroken.invalid(constraint(violation), violation.getMessage())
                    .at(pointer(violation));
        });
        return request;
    }

    /** {@code NotNull} is told as {@code not-null}. */
    private static String constraint(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
