package o2c.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import o2c.contracts.json.EventJson;
import o2c.kernel.Ids;

/**
 * Access tokens (JWT, RS256) as an identity provider would give them: issuer {@code o2c-local}, audience {@code o2c},
 * claims {@code sub}, {@code tenant}, {@code scope} (separated by spaces) and optionally {@code party}. They live one
 * year.
 */
public final class Tokens {

    public static final String ISSUER = "o2c-local";
    public static final String AUDIENCE = "o2c";

    private static final Duration LIFE = Duration.ofDays(365);
    private static final List<String> SERVICES = List.of("credit", "invoice", "dunning", "policy");
    private static final List<String> SERVICE_SCOPES = List.of("events:read", "operate", "sandbox");

    private final SigningKey key;

    public Tokens(SigningKey key) {
        this.key = key;
    }

    /** A token that services under test accept; its subject is {@code <tenant>-tester}. */
    public static String of(String tenant, String... scopes) {
        return as(tenant, tenant + "-tester", scopes);
    }

    /** The same for a named person, for rules that ask for a second pair of eyes. */
    public static String as(String tenant, String subject, String... scopes) {
        return new Tokens(SigningKey.ofThisJvm()).mint(tenant, subject, null, List.of(scopes));
    }

    /** A token of an outside party ({@code agency}, {@code insurer}, …), which sees less. */
    public static String ofParty(String tenant, String party, String... scopes) {
        return new Tokens(SigningKey.ofThisJvm()).mint(tenant, tenant + "-" + party, party, List.of(scopes));
    }

    /** Every scope there is. */
    public static String[] allScopes() {
        return admin().toArray(String[]::new);
    }

    /** Mints one token; {@code party} may be null. */
    public String mint(String tenant, String subject, String party, List<String> scopes) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("tenant", tenant);
        claims.put("scope", String.join(" ", scopes));
        if (party != null) {
            claims.put("party", party);
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("jti", Ids.next().toString());
        try {
            return key.sign(EventJson.mapper().writeValueAsBytes(claims));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the ready-made tokens of the local suite, one file each, and those the services use among themselves
     * ({@code services/<tenant>.jwt}).
     */
    public void writeTo(Path folder) throws IOException {
        write(folder.resolve("demo-admin.jwt"), mint("demo", "demo-admin", null, admin()));
        write(folder.resolve("demo-reader.jwt"), mint("demo", "demo-reader", null, reader()));
        write(folder.resolve("demo-clerk.jwt"), mint("demo", "demo-clerk", null, clerk()));
        write(folder.resolve("demo-approver.jwt"), mint("demo", "demo-approver", null, approver()));
        write(folder.resolve("other-admin.jwt"), mint("other", "other-admin", null, admin()));
        for (String tenant : List.of("demo", "other")) {
            write(
                    folder.resolve("services").resolve(tenant + ".jwt"),
                    mint(tenant, "o2c-services", null, SERVICE_SCOPES));
        }
    }

    private static List<String> admin() {
        return Stream.concat(
                        each("read", "write", "approve"), Stream.of("events:read", "audit:read", "operate", "sandbox"))
                .toList();
    }

    private static List<String> reader() {
        return Stream.concat(each("read"), Stream.of("events:read", "audit:read"))
                .toList();
    }

    private static List<String> clerk() {
        return Stream.concat(each("read", "write"), Stream.of("events:read")).toList();
    }

    private static List<String> approver() {
        return each("read", "approve").toList();
    }

    private static Stream<String> each(String... acts) {
        return SERVICES.stream().flatMap(service -> Arrays.stream(acts).map(act -> service + ":" + act));
    }

    private static void write(Path file, String token) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, token.getBytes(UTF_8));
    }
}
