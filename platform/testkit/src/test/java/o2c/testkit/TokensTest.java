package o2c.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import o2c.contracts.json.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @Test
    void aTokenCarriesTenantScopesAndPartyAndIsSigned() throws IOException, GeneralSecurityException {
        String[] parts = Tokens.ofParty("demo", "agency", "dunning:read", "dunning:write")
                .split("\\.");
        JsonNode claims = EventJson.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));

        assertThat(claims.get("iss").textValue()).isEqualTo("o2c-local");
        assertThat(claims.get("aud").textValue()).isEqualTo("o2c");
        assertThat(claims.get("tenant").textValue()).isEqualTo("demo");
        assertThat(claims.get("scope").textValue()).isEqualTo("dunning:read dunning:write");
        assertThat(claims.get("party").textValue()).isEqualTo("agency");
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(365L * 86400);
        assertThat(isSigned(parts)).isTrue();
    }

    @Test
    void readyMadeTokensAreFilesThatOnlyTheirOwnerReads(@TempDir Path folder) throws IOException {
        new Tokens(SigningKey.keptIn(folder.resolve("key"))).writeTo(folder);

        assertThat(folder)
                .isDirectoryContaining("glob:**/demo-admin.jwt")
                .isDirectoryContaining("glob:**/demo-reader.jwt")
                .isDirectoryContaining("glob:**/demo-clerk.jwt")
                .isDirectoryContaining("glob:**/demo-approver.jwt")
                .isDirectoryContaining("glob:**/other-admin.jwt");
        assertThat(folder.resolve("services/demo.jwt")).exists();
        assertThat(Files.getPosixFilePermissions(folder.resolve("demo-admin.jwt")))
                .hasSize(2);
    }

    @Test
    void aKeptKeyStaysTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys/signing");

        assertThat(SigningKey.keptIn(file).publicPem())
                .isEqualTo(SigningKey.keptIn(file).publicPem());
    }

    private static boolean isSigned(String[] parts) throws GeneralSecurityException {
        String pem = SigningKey.ofThisJvm().publicPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
