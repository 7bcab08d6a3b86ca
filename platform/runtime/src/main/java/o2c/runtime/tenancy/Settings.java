package o2c.runtime.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import o2c.contracts.Publisher;

/** What an operator configures for a service: who it is, which tenants it serves, where its peers are. */
@ConfigMapping(prefix = "o2c")
public interface Settings {

    /** Which of the four publishers this service is. */
    Publisher publisher();

    Map<String, Tenant> tenants();

    /** Address of each other service, by publisher key. */
    Map<String, Peer> peers();

    /** Folder with one token per tenant, {@code <tenant>.jwt}, that this service presents to its peers. */
    Optional<String> peerTokens();

    /** How long a sandbox tenant must be at rest before derived state is computed without the clock moving. */
    @WithDefault("3s")
    Duration sandboxRest();

    /** Whether consumers start; off in tests that feed reactions by hand. */
    @WithDefault("true")
    boolean consume();

    /** Whether this is the local suite, which shows Swagger UI. */
    @WithDefault("false")
    boolean local();

    /** How many partitions each publisher's topic has; order per customer hangs on it never changing. */
    @WithDefault("12")
    int partitions();

    /** How many jobs this process runs at a time. */
    @WithDefault("2")
    int jobWorkers();

    /** An organisation with its own books. */
    interface Tenant {
        Currency baseCurrency();

        ZoneId timeZone();

        /** A sandbox has a test clock that stands still; a live tenant's days follow the calendar. */
        @WithDefault("live")
        Mode mode();

        /** The day on which a fresh sandbox clock stands. */
        Optional<LocalDate> clock();
    }

    /** A service that can be asked for its events and its backlog. */
    interface Peer {
        String url();
    }

    /** How a tenant's business days open. */
    enum Mode {
        LIVE,
        SANDBOX
    }
}
