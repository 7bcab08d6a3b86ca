package o2c.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/**
 * Compares what a service offers with its published OpenAPI document. A changed document is a changed
 * promise to callers:
 * it is approved on purpose, by running the test once with {@code -Dapprove.api=true} and committing the difference.
 */
public final class PublishedApi {

    private PublishedApi() {}

    /** Fails when {@code docs/api/<service>.openapi.yaml} is not what the running service offers. */
    public static void check(String service) {
        String offered = RestAssured.given()
                .queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path published = repository().resolve("docs/api/" + service + ".openapi.yaml");
        try {
            if (Boolean.getBoolean("approve.api")) {
                Files.createDirectories(published.getParent());
                Files.writeString(published, offered, UTF_8);
            }
            String promised = Files.exists(published) ? Files.readString(published, UTF_8) : "";
            if (!new Yaml().<Object>load(offered).equals(new Yaml().load(promised))) {
                throw new AssertionError(published + " is not what " + service + " offers, from line "
                        + firstDifference(promised, offered) + " on; approve it with -Dapprove.api=true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstDifference(String promised, String offered) {
        String[] before = promised.split("\n", -1);
        String[] after = offered.split("\n", -1);
        int line = 0;
        while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
            line++;
        }
        return (line + 1) + " (" + (line < after.length ? after[line].strip() : "end") + ")";
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new AssertionError(
                    "there is no folder docs above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
