package o2c.policy.simulations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import o2c.policy.simulations.domain.Comparison;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The results of simulations. */
@ApplicationScoped
class SimulationResults {

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    SimulationResults(Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
    }

    Optional<Comparison> find(UUID id) {
        return sql.first(
                "select result from simulation where tenant = ? and simulation_id = ?",
                row -> read(row.getString(1)),
                tenancy.tenant(),
                id);
    }

    void keep(UUID id, Comparison comparison) {
        try {
            sql.update(
                    "insert into simulation (tenant, simulation_id, result, recorded_on) values (?, ?, ?::jsonb, ?)"
                            + " on conflict do nothing",
                    tenancy.tenant(),
                    id,
                    json.writeValueAsString(comparison),
                    tenancy.today());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Comparison read(String text) {
        try {
            return json.readValue(text, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
