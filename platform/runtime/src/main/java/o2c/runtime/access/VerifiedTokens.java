package o2c.runtime.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers tokens whose signature was verified, because verifying costs as much as the rest of a small request. A
 * token is trusted until it expires, for a minute at most, and no longer when a token signed with another key turns up:
 * then keys have changed and every token is verified anew.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

    static final int MOST = 2_000;
    static final Duration TRUST = Duration.ofMinutes(1);

    private static final Pattern KEY_ID = Pattern.compile("\"kid\"\\s*:\\s*\"([^\"]*)\"");

    private final JWTCallerPrincipalFactory verifier;
    private final Clock clock;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private record Verified(JWTCallerPrincipal principal, JWTAuthContextInfo rules, long untilMillis) {}

    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), Clock.systemUTC());
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        Verified known = verified.get(token);
        if (known != null && known.rules == rules && clock.millis() < known.untilMillis) {
            return known.principal;
        }
        verified.remove(token);
        JWTCallerPrincipal principal = verifier.parse(token, rules);
        remember(token, principal, rules);
        return principal;
    }

    int size() {
        return verified.size();
    }

    private void remember(String token, JWTCallerPrincipal principal, JWTAuthContextInfo rules) {
        if (keys.add(keyId(token)) && keys.size() > 1) {
            forget();
            keys.add(keyId(token));
        }
        if (verified.size() >= MOST) {
            verified.clear();
        }
        long expiry = principal.getExpirationTime() * 1000;
        verified.put(token, new Verified(principal, rules, Math.min(expiry, clock.millis() + TRUST.toMillis())));
    }

    private void forget() {
        verified.clear();
        keys.clear();
    }

    private static String keyId(String token) {
        String header = token.substring(0, Math.max(0, token.indexOf('.')));
        try {
            Matcher key = KEY_ID.matcher(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
            return key.find() ? key.group(1) : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
