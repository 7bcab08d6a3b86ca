package o2c.suite;

import java.nio.file.Path;

/** What a newcomer needs to know when everything is up. */
final class Greeting {

    private Greeting() {}

    static String of(DataFolder data, int firstPort, int databasePort, int kafkaPort) {
        StringBuilder text = new StringBuilder("\nThe suite is ready; its sandbox tenants demo and other began on ")
                .append(data.clock())
                .append(".\n\n");
        for (Service service : Service.values()) {
            text.append(String.format("  %-21s %s/q/swagger-ui%n", service.fullName(), service.url(firstPort)));
        }
        Path tokens = shortest(data.tokens());
        return text.append("""

                  tokens                %s/ (demo-admin, demo-reader, demo-clerk, demo-approver, other-admin)
                  logs                  %s/
                  O2C_KAFKA=127.0.0.1:%d
                  database              postgresql://o2c_migrator@127.0.0.1:%d/invoice (also credit, dunning, policy)

                A first call:

                  curl -s -X PUT %s/v1/customers/acme \\
                    -H "Authorization: Bearer $(cat %s)" \\
                    -H "Content-Type: application/json" \\
                    -d '{"name":"Acme BV","country":"NL","kind":"business"}'

                """.formatted(
                                tokens,
                                shortest(data.root().resolve("logs")),
                                kafkaPort,
                                databasePort,
                                Service.CREDIT.url(firstPort),
                                quoted(tokens.resolve("demo-admin.jwt"))))
                .toString();
    }

    /** Relative to where the person stands, when the data folder lies below that. */
    private static Path shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
