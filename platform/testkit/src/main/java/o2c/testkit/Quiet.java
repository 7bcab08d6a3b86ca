package o2c.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the chatter of database and broker out of logs; what goes wrong there is still told. */
final class Quiet {

    static final List<String> CHATTY = List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky");

    /** Held here because a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            CHATTY.stream().map(Logger::getLogger).toList();

    private Quiet() {}

    static void servers() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
