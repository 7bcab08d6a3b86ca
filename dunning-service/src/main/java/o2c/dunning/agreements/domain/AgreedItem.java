package o2c.dunning.agreements.domain;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import o2c.kernel.Money;

/** An invoice of a promise or plan, with what was open on it when that was made. */
public record AgreedItem(UUID invoiceId, String invoiceNumber, Money openThen) {

    /** What came in for these since, from what is open on them now. */
    public static Money received(Collection<AgreedItem> items, Map<UUID, Money> openNow, Money nothing) {
        return items.stream()
                .map(item -> item.openThen
                        .minus(openNow.getOrDefault(item.invoiceId, item.openThen))
                        .orZero())
                .reduce(nothing, Money::plus);
    }

    public static Money openThen(Collection<AgreedItem> items, Money nothing) {
        return items.stream().map(AgreedItem::openThen).reduce(nothing, Money::plus);
    }
}
