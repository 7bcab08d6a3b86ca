package o2c.runtime.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import o2c.runtime.http.Problem;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Adds to the OpenAPI document what the platform does for every operation: enum names as they travel, problem
 * documents, the scopes an operation needs, and the {@code Idempotency-Key} where one is required.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class PublishedContract implements OASFilter {

    private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String WRITES = "o2c.runtime.work.Writes";
    private static final String UPLOAD = "o2c.runtime.http.Upload";
    private static final String POST = "jakarta.ws.rs.POST";

    private final IndexView index;
    private final EnumNames names;

    public PublishedContract(IndexView index) {
        this.index = index;
        this.names = EnumNames.of(index);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(names.asTheyTravel(schema.getEnumeration()));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents().addSchema("Problem", ProblemSchema.create());
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(this::complete);
        }
    }

    private void complete(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation
                .getResponses()
                .setDefaultValue(OASFactory.createAPIResponse()
                        .description("A refusal or failure, as a problem document")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref("#/components/schemas/Problem")))));
        method(operation).ifPresent(method -> describe(operation, method));
    }

    private static void describe(Operation operation, MethodInfo method) {
        AnnotationInstance roles = method.annotation(ROLES_ALLOWED);
        if (roles != null) {
            List<String> scopes = Arrays.stream(roles.value().asStringArray())
                    .map(PublishedContract::resolved)
                    .toList();
            operation.addExtension("x-required-scope", scopes);
        }
        if (needsKey(method)) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .description(
                            "1 to 255 printable ASCII characters. The same key with the same request gets the first"
                                    + " answer again; with another request it is refused with idempotency-key-reused.")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .minLength(1)
                            .maxLength(255)));
        }
    }

    private static boolean needsKey(MethodInfo method) {
        AnnotationInstance writes = method.annotation(WRITES);
        boolean waived = writes != null
                && writes.value("keyRequired") != null
                && !writes.value("keyRequired").asBoolean();
        return method.hasAnnotation(UPLOAD) || writes != null && method.hasAnnotation(POST) && !waived;
    }

    private Optional<MethodInfo> method(Operation operation) {
        return index.getAnnotations(OPERATION).stream()
                .filter(each -> each.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(each -> each.value("operationId") != null
                        && each.value("operationId").asString().equals(operation.getOperationId()))
                .map(each -> each.target().asMethod())
                .findFirst();
    }

    /** Scopes may name the service by its setting: {@code ${o2c.publisher}:read}. */
    private static String resolved(String scope) {
        int start = scope.indexOf("${");
        int end = scope.indexOf('}');
        if (start < 0 || end < start) {
            return scope;
        }
        String value = ConfigProvider.getConfig()
                .getOptionalValue(scope.substring(start + 2, end), String.class)
                .orElse("service");
        return scope.substring(0, start) + value + scope.substring(end + 1);
    }
}
