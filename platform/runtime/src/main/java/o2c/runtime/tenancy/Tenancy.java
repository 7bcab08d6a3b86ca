package o2c.runtime.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.BusinessDays;
import o2c.runtime.work.Unit;

/** Whose books the running transaction works on, and what day it is there. */
@ApplicationScoped
public class Tenancy {

    private final Settings settings;
    private final BusinessDays days;

    Tenancy(Settings settings, BusinessDays days) {
        this.settings = settings;
        this.days = days;
    }

    /** The tenant of the running transaction. */
    public String tenant() {
        return Unit.current().tenant();
    }

    /** The tenant's business date. */
    public LocalDate today() {
        return Unit.current().today(() -> days.dateOf(tenant(), of(tenant())));
    }

    public Currency baseCurrency() {
        return of(tenant()).baseCurrency();
    }

    public ZoneId zone() {
        return of(tenant()).timeZone();
    }

    /** What is configured for a tenant. */
    public Settings.Tenant of(String tenant) {
        return Optional.ofNullable(settings.tenants().get(tenant))
                .orElseThrow(() -> RuleBroken.forbidden("tenant-unknown", "this tenant is not served here"));
    }

    public Set<String> all() {
        return settings.tenants().keySet();
    }

    public boolean isSandbox(String tenant) {
        return of(tenant).mode() == Settings.Mode.SANDBOX;
    }
}
