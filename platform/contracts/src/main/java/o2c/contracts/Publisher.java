package o2c.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.kernel.Event;

/** The four services as publishers: each has one topic, and one sealed type that holds all its events. */
public enum Publisher {
    CREDIT(CreditEvent.class),
    INVOICE(InvoiceEvent.class),
    DUNNING(DunningEvent.class),
    POLICY(PolicyEvent.class);

    private final Class<? extends Event> family;
    private final Map<String, Class<? extends Event>> types;

    Publisher(Class<? extends Event> family) {
        this.family = family;
        this.types = Arrays.stream(family.getPermittedSubclasses())
                .map(type -> type.<Event>asSubclass(Event.class))
                .collect(Collectors.toUnmodifiableMap(type -> prefix() + type.getSimpleName(), Function.identity()));
    }

    /** The Kafka topic, such as {@code o2c.invoice}. */
    public String topic() {
        return "o2c." + key();
    }

    /** The name in sequences, figures and settings, such as {@code invoice}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The CloudEvents type of an event, such as {@code o2c.invoice.PaymentOverdue}. */
    public static String typeOf(Event event) {
        return of(event).prefix() + event.getClass().getSimpleName();
    }

    /** Whose event this is. */
    public static Publisher of(Event event) {
        return Arrays.stream(values())
                .filter(publisher -> publisher.family.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.getClass() + " belongs to no publisher"));
    }

    public static Optional<Publisher> ofKey(String key) {
        return Arrays.stream(values())
                .filter(publisher -> publisher.key().equals(key))
                .findFirst();
    }

    /** All event types of this publisher by CloudEvents type. */
    public Map<String, Class<? extends Event>> types() {
        return types;
    }

    private String prefix() {
        return topic() + ".";
    }
}
