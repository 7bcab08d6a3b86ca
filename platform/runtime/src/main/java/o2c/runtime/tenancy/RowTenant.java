package o2c.runtime.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import o2c.runtime.work.Unit;

/** Tells Hibernate, when a session opens, which tenant's rows an entity belongs to; outside a transaction none. */
@PersistenceUnitExtension
@ApplicationScoped
class RowTenant implements TenantResolver {

    private static final String NOBODY = "";

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return Unit.find().map(Unit::tenantOfEntities).orElse(NOBODY);
    }
}
