package o2c.runtime.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified token says. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The organisation whose books the caller may touch: from the token alone. */
    public String tenant() {
        return claim("tenant").orElseThrow(() -> RuleBroken.forbidden("tenant-missing", "the token names no tenant"));
    }

    /** The person or program; four-eyes rules compare it. */
    public String subject() {
        return Optional.ofNullable(token.getSubject()).orElse("anonymous");
    }

    /** Whether there is a caller at all; sweeps, jobs and reactions have none. */
    public boolean isKnown() {
        return token.getSubject() != null;
    }

    /** What the token allows, such as {@code invoice:read}. */
    public Set<String> scopes() {
        return Optional.ofNullable(token.getGroups()).orElse(Set.of());
    }

    /** The kind of outside party ({@code agency}, {@code insurer}, …), which narrows what is seen. */
    public Optional<String> party() {
        return claim("party");
    }

    /** The program the token was given to; the subject when the token does not say. */
    public String client() {
        return claim("azp").or(() -> claim("client_id")).orElseGet(this::subject);
    }

    private Optional<String> claim(String name) {
        return Optional.ofNullable(token.getClaim(name)).map(Object::toString).filter(value -> !value.isBlank());
    }
}
