package o2c.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A verified token is trusted until it expires, a minute at most, and never after the keys have changed. */
class HowLongIsATokenTrustedTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private final JWTAuthContextInfo rules = new JWTAuthContextInfo();
    private Instant now = START;
    private Instant expiry = START.plusSeconds(3600);
    private boolean keyWithdrawn;

    private final VerifiedTokens tokens = new VerifiedTokens(
            new JWTCallerPrincipalFactory() {
                @Override
                public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
                    if (keyWithdrawn && token.startsWith(header("old"))) {
                        throw new ParseException("signature");
                    }
                    verified.add(token);
                    JwtClaims claims = new JwtClaims();
                    claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
                    return new DefaultJWTCallerPrincipal(claims);
                }
            },
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void withinAMinuteItIsVerifiedOnce() throws ParseException {
        parse("old", 1);
        now = START.plusSeconds(59);
        parse("old", 1);

        assertThat(verified).hasSize(1);
    }

    @Test
    void afterAMinuteItIsVerifiedAgain() throws ParseException {
        parse("old", 1);
        now = START.plusSeconds(60);
        parse("old", 1);

        assertThat(verified).hasSize(2);
    }

    @Test
    void fromItsExpiryOnTheVerifierDecides() throws ParseException {
        expiry = START.plusSeconds(10);
        parse("old", 1);
        now = START.plusSeconds(10);
        parse("old", 1);

        assertThat(verified).hasSize(2);
    }

    @Test
    void aTokenOfANewKeyEndsTheTrustInAllOthers() throws ParseException {
        parse("old", 1);
        keyWithdrawn = true;
        parse("new", 2);

        assertThatThrownBy(() -> parse("old", 1)).isInstanceOf(ParseException.class);
        parse("new", 2);
        assertThat(verified).hasSize(2);
    }

    @Test
    void aTokenThatFailsIsNotRemembered() {
        keyWithdrawn = true;

        assertThatThrownBy(() -> parse("old", 1)).isInstanceOf(ParseException.class);
        assertThat(tokens.size()).isZero();
    }

    @Test
    void thereIsABoundToWhatIsRemembered() throws ParseException {
        for (int i = 0; i < 2 * VerifiedTokens.MOST + 1; i++) {
            parse("old", i);
        }

        assertThat(tokens.size()).isLessThanOrEqualTo(VerifiedTokens.MOST);
    }

    private void parse(String key, int number) throws ParseException {
        tokens.parse(header(key) + "." + number + ".signature", rules);
    }

    private static String header(String key) {
        String json = "{\"alg\":\"RS256\",\"kid\":\"" + key + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }
}
