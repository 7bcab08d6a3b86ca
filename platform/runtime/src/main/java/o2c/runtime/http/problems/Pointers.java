package o2c.runtime.http.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** JSON Pointers (RFC 6901) from the paths that Jackson and bean validation report. */
final class Pointers {

    private Pointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** The part of a validation path that lies inside the body, or inside a bean of parameters. */
    static String of(Iterable<Path.Node> path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node step : path) {
            if (step.isInIterable() && step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            } else if (step.isInIterable() && step.getKey() != null) {
                pointer.append('/').append(escaped(step.getKey().toString()));
            }
            if (step.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(step.getName()));
            }
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
