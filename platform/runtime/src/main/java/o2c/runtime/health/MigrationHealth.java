package o2c.runtime.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/** Whether the database has every migration that this version brings; asked until the answer is yes. */
@Readiness
@ApplicationScoped
class MigrationHealth implements HealthCheck {

    private final Flyway flyway;
    private volatile boolean applied;

    MigrationHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!applied) {
            applied = flyway.info().pending().length == 0;
        }
        return HealthCheckResponse.named("Database migrations").status(applied).build();
    }
}
