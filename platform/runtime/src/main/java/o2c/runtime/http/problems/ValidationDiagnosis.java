package o2c.runtime.http.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import o2c.runtime.http.Problem;
import o2c.runtime.http.Problem.FieldError;
import o2c.runtime.http.values.Kebab;

/**
 * Violations of the constraints on a request. The code of a field is the constraint's name in kebab case
 * ({@code not-null}, {@code size}), or the constraint's message where that is a code itself.
 */
final class ValidationDiagnosis {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    private ValidationDiagnosis() {}

    static Optional<Diagnosis> of(Throwable failure) {
        return Causes.find(failure, ConstraintViolationException.class)
                .filter(violations ->
                        violations.getConstraintViolations().stream().noneMatch(ValidationDiagnosis::isOurs))
                .map(ValidationDiagnosis::describe);
    }

    private static Diagnosis describe(ConstraintViolationException violations) {
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(ValidationDiagnosis::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        boolean one = errors.stream().map(FieldError::code).distinct().count() == 1;
        String code = one ? errors.get(0).code() : "request-invalid";
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are not valid";
        return Diagnosis.of(Problem.of(400, code, detail).naming(errors));
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String message = violation.getMessage();
        boolean coded = CODE.matcher(message).matches();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                pointer(violation),
                coded ? message : Kebab.ofType(constraint),
                coded ? "this breaks the rule " + message : message);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        List<Path.Node> path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        String inside = Pointers.of(path);
        return inside.isEmpty() ? parameter(violation, path).orElse("") : inside;
    }

    /** A violation on a parameter itself names the query or path parameter; on the body it has no name. */
    private static Optional<String> parameter(ConstraintViolation<?> violation, List<Path.Node> path) {
        if (path.size() < 2 || path.get(1).getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Path.MethodNode method = path.get(0).as(Path.MethodNode.class);
        int index = path.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return declarations(violation.getRootBeanClass(), method)
                .map(declared -> declared.getParameters()[index])
                .flatMap(ValidationDiagnosis::addressName)
                .map(name -> "/" + name)
                .findFirst();
    }

    private static Stream<Method> declarations(Class<?> type, Path.MethodNode method) {
        Class<?>[] parameters = method.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(m -> m.getName().equals(method.getName()))
                .filter(m -> Arrays.equals(m.getParameterTypes(), parameters));
    }

    private static Stream<String> addressName(Parameter parameter) {
        return Stream.of(parameter.getAnnotations()).flatMap(ValidationDiagnosis::addressName);
    }

    private static Stream<String> addressName(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return Stream.of("query/" + query.value());
        }
        return annotation instanceof PathParam path ? Stream.of("path/" + path.value()) : Stream.empty();
    }

    /** What a resource answers was checked and found wrong: that is no fault of the caller. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }
}
