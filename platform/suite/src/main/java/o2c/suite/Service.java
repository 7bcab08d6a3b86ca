package o2c.suite;

import java.nio.file.Path;

/** The four services: their names, their databases, and their place among the suite's ports. */
enum Service {
    INVOICE("invoice-service", "invoice"),
    CREDIT("credit-check-service", "credit"),
    DUNNING("dunning-service", "dunning"),
    POLICY("policy-service", "policy");

    private final String fullName;
    private final String key;

    Service(String fullName, String key) {
        this.fullName = fullName;
        this.key = key;
    }

    /** The module's name, which is also the name of its log and pid files. */
    String fullName() {
        return fullName;
    }

    /** The short name in settings, which is also its database. */
    String key() {
        return key;
    }

    int port(int firstPort) {
        return firstPort + ordinal();
    }

    String url(int firstPort) {
        return "http://localhost:" + port(firstPort);
    }

    /** The program that {@code mvn package} makes. */
    Path program(Path root) {
        return root.resolve(fullName).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
