package o2c.runtime.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.values.Status;
import o2c.runtime.tenancy.Settings;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;

/** Turns away tokens that name no tenant (401), or one that this service does not serve (403). */
@ApplicationScoped
class TenantGuard implements SecurityIdentityAugmentor {

    private final Set<String> served;

    TenantGuard(Settings settings) {
        this.served = Set.copyOf(settings.tenants().keySet());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            Object tenant = token.getClaim("tenant");
            if (tenant == null || tenant.toString().isBlank()) {
                return refused(new HttpRefusal(Status.UNAUTHENTICATED, "tenant-missing", "the token names no tenant"));
            }
            if (!served.contains(tenant.toString())) {
                return refused(new HttpRefusal(403, "tenant-unknown", "this tenant is not served here"));
            }
            MDC.put("tenant", tenant.toString());
        }
        return Uni.createFrom().item(identity);
    }

    private static Uni<SecurityIdentity> refused(HttpRefusal refusal) {
        return Uni.createFrom().failure(new AuthenticationFailedException(refusal));
    }
}
