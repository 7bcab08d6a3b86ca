package o2c.dunning.strategies;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import o2c.dunning.strategies.domain.StrategyVersion;

/**
 * The strategy every tenant starts with: version 1, read from a file of the release. It is in force from its first day
 * on until the tenant publishes a version of his own.
 */
@ApplicationScoped
class ShippedStrategy {

    private static final String FILE = "/strategies/standard-b2b.json";
    private static final String SHIPPED = "shipped";

    private final StrategyVersion version;

    ShippedStrategy(ObjectMapper json) {
        try (InputStream file = ShippedStrategy.class.getResourceAsStream(FILE)) {
            Shipped shipped = json.readValue(file, Shipped.class);
            version = new StrategyVersion(
                    shipped.strategyId,
                    1,
                    new StrategyDraft(shipped.name, shipped.steps).content(),
                    SHIPPED,
                    SHIPPED,
                    shipped.validFrom);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form of the file. */
    record Shipped(String strategyId, LocalDate validFrom, String name, List<StrategyDraft.Step> steps) {}

    StrategyVersion version() {
        return version;
    }
}
