package o2c.runtime.http.problems;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Problem;
import o2c.runtime.http.values.Kebab;

/** What is wrong with a JSON body, and where. */
final class JsonDiagnosis {

    private JsonDiagnosis() {}

    /** Empty when the failure did not come up while a body was read. */
    static Optional<Diagnosis> of(Throwable failure) {
        return Causes.find(failure, BodyRefused.class)
                .filter(refused ->
                        Causes.find(refused, InvalidDefinitionException.class).isEmpty())
                .map(refused -> Diagnosis.of(describe(refused)));
    }

    private static Problem describe(BodyRefused refused) {
        String pointer = Causes.find(refused, JsonMappingException.class)
                .map(mapping -> Pointers.of(mapping.getPath()))
                .orElse("");
        Optional<RuleBroken> rule = Causes.find(refused, RuleBroken.class);
        if (rule.isPresent()) {
            return RuleDiagnosis.problem(rule.get())
                    .at(pointer + Optional.ofNullable(rule.get().pointer()).orElse(""));
        }
        Optional<StreamReadException> stream = Causes.find(refused, StreamReadException.class);
        if (stream.isPresent()) {
            return ofText(stream.get(), pointer);
        }
        Optional<StreamConstraintsException> bounds = Causes.find(refused, StreamConstraintsException.class);
        if (bounds.isPresent()) {
            return invalid(
                    "json-limits-exceeded", "the JSON is nested too deeply, or a value in it is too long", pointer);
        }
        return Causes.find(refused, MismatchedInputException.class)
                .map(mismatch -> ofValue(mismatch, pointer))
                .orElseGet(() -> invalid("json-malformed", "the body cannot be read", pointer));
    }

    private static Problem ofText(StreamReadException stream, String pointer) {
        if (stream instanceof InputCoercionException) {
            return invalid("number-out-of-range", "the number does not fit", pointer);
        }
        if (message(stream).startsWith("Duplicate field")) {
            return invalid(
                    "duplicate-field",
                    "a field is given twice",
                    parserPointer(stream).orElse(pointer));
        }
        String where = stream.getLocation() == null
                ? ""
                : " at line " + stream.getLocation().getLineNr() + ", column "
                        + stream.getLocation().getColumnNr();
        return invalid(
                "json-malformed",
                "the body is not JSON" + where,
                parserPointer(stream).orElse(pointer));
    }

    private static Problem ofValue(MismatchedInputException mismatch, String pointer) {
        if (mismatch instanceof UnrecognizedPropertyException unknown) {
            return invalid("unknown-field", "there is no field '" + cut(unknown.getPropertyName()) + "' here", pointer);
        }
        if (message(mismatch).startsWith("Trailing token")) {
            return invalid("trailing-text", "there is more text after the end of the JSON value", "");
        }
        if (mismatch instanceof InvalidNullException || message(mismatch).contains("map `null` into type")) {
            return invalid("null-not-allowed", "this cannot be null or left out", pointer);
        }
        if (mismatch instanceof InvalidFormatException format) {
            return ofFormat(format, pointer);
        }
        return invalid("wrong-type", "this is not the kind of value that is asked for here", pointer);
    }

    private static Problem ofFormat(InvalidFormatException format, String pointer) {
        Class<?> target = format.getTargetType();
        if (target != null && target.isEnum()) {
            return format.getValue() instanceof Number
                    ? invalid("number-for-enum", "this is a name, not a number: " + names(target), pointer)
                    : invalid("value-unknown", "this is one of " + names(target), pointer);
        }
        if (target == UUID.class) {
            return invalid("uuid-malformed", "this is a UUID in its usual form", pointer);
        }
        return invalid("wrong-type", "this is not the kind of value that is asked for here", pointer);
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Kebab.nameOf((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }

    private static Problem invalid(String code, String detail, String pointer) {
        return Problem.of(400, code, detail).at(pointer);
    }

    private static Optional<String> parserPointer(StreamReadException stream) {
        JsonParser parser = stream.getProcessor();
        return Optional.ofNullable(parser)
                .map(JsonParser::getParsingContext)
                .map(context -> context.pathAsPointer().toString());
    }

    private static String message(JacksonException failure) {
        return Optional.ofNullable(failure.getOriginalMessage()).orElse("");
    }

    private static String cut(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
