package o2c.runtime.http.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The problem document in the words of OpenAPI. */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema create() {
        return object().description("RFC 9457. Callers decide by code, which is stable.")
                .addProperty("type", text("urn:o2c:problem:payment-exceeds-outstanding"))
                .addProperty("title", text("Unprocessable Content"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).example(422))
                .addProperty("detail", text("the payment is larger than what is open"))
                .addProperty("code", text("payment-exceeds-outstanding"))
                .addProperty("traceId", text("4bf92f3577b34da6a3ce929d0e0e4736"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(field()))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema field() {
        return object().addProperty("pointer", text("/amount"))
                .addProperty("code", text("payment-exceeds-outstanding"))
                .addProperty("detail", text("the payment is larger than what is open"))
                .required(List.of("pointer", "code"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(SchemaType.STRING).example(example);
    }
}
