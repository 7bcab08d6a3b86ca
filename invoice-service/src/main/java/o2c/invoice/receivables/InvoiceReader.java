package o2c.invoice.receivables;

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
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.terms.TermsBook;
import o2c.kernel.RuleBroken;

/** Reads single invoices out of batches and files, as strictly as a request of their own would be read. */
@ApplicationScoped
public class InvoiceReader {

    private final ObjectMapper mapper;
    private final Validator validator;
    private final TermsBook terms;

    InvoiceReader(ObjectMapper mapper, Validator validator, TermsBook terms) {
        this.mapper = mapper;
        this.validator = validator;
        this.terms = terms;
    }

    /** What could be read: a draft, or why not. */
    public record Told(InvoiceDraft draft, RuleBroken refusal) {

        public boolean isReadable() {
            return refusal == null;
        }
    }

    /** What could be read: the request and what it means, or why not. */
    record Read(InvoiceRequest request, InvoiceDraft draft, RuleBroken refusal) {}

    /** The request as told beside the draft it makes. */
    Read readWhole(JsonNode json) {
        InvoiceRequest[] request = new InvoiceRequest[1];
        Told told = told(() -> request[0] = mapper.treeToValue(json, InvoiceRequest.class));
        return new Read(request[0], told.draft(), told.refusal());
    }

    Told read(JsonNode json) {
        return told(() -> mapper.treeToValue(json, InvoiceRequest.class));
    }

    /** One invoice as a line of JSON. */
    public Told read(String json) {
        return told(() -> mapper.readValue(json, InvoiceRequest.class));
    }

    /**
     * Another kind of object as a line of JSON, read as strictly.
     *
     * @throws RuleBroken with code and field
     */
    public <T> T object(String json, Class<T> type) {
        return strictly(() -> mapper.readValue(json, type));
    }

    private interface Source<T> {
        T object() throws JsonProcessingException;
    }

    private Told told(Source<InvoiceRequest> source) {
        try {
            return new Told(strictly(source).draft(terms), null);
        } catch (RuleBroken refusal) {
            return new Told(null, refusal);
        }
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
            throw RuleBroken.invalid("wrong-type", "this is a JSON object");
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
