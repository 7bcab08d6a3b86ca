package o2c.credit.monitoring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.contracts.CreditEvent;
import o2c.credit.exposure.Exposures;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.domain.CreditLimit;
import o2c.credit.monitoring.domain.Utilisation;
import o2c.credit.monitoring.domain.WarningSign;
import o2c.credit.scoring.Evidence;
import o2c.credit.scoring.domain.KnownFacts;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;

/** Warns before it costs money: of limits that fill up, and of signs that a customer may not pay. */
@ApplicationScoped
@Priority(30)
class Watching implements Derivation {

    private static final int GROWTH_DAYS = 30;

    private final WarningBooks books;
    private final Exposures exposures;
    private final CreditLimiting limits;
    private final Evidence evidence;
    private final Outbox outbox;

    Watching(WarningBooks books, Exposures exposures, CreditLimiting limits, Evidence evidence, Outbox outbox) {
        this.books = books;
        this.exposures = exposures;
        this.limits = limits;
        this.evidence = evidence;
        this.outbox = outbox;
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        limits.inForce(customerId, today)
                .map(CreditLimit::amount)
                .ifPresent(limit -> watchLimit(customerId, limit, today));
        watchSigns(customerId, today);
    }

    /** Alerts when a higher level is reached than the one announced last; falling back makes it ready again. */
    private void watchLimit(String customerId, Money limit, LocalDate today) {
        Money owed = exposures.owedIn(customerId, limit.currency());
        Utilisation utilisation = new Utilisation(owed, limit);
        int before = books.levelOf(customerId);
        int level = utilisation.level();
        if (level != before) {
            books.level(customerId, level);
        }
        if (level > before) {
            LocalDate earlier = today.minusDays(GROWTH_DAYS);
            Optional<LocalDate> crossing =
                    utilisation.crossingAfter(today, exposures.owedIn(customerId, limit.currency(), earlier), earlier);
            outbox.announce(new CreditEvent.LimitUtilisationAlert(
                    customerId, level, utilisation.share(), owed, limit, crossing.orElse(null)));
        }
    }

    private void watchSigns(String customerId, LocalDate today) {
        KnownFacts facts = evidence.about(customerId, Moment.asKnownNow(today));
        List<WarningSign> standing = new ArrayList<>();
        for (WarningSign sign : WarningSign.values()) {
            sign.seenIn(fact -> facts.of(fact).value()).ifPresent(value -> {
                standing.add(sign);
                if (books.raise(customerId, sign, value, today)) {
                    outbox.announce(new CreditEvent.EarlyWarningRaised(
                            customerId, sign.code(), value, sign.threshold(), sign.proposal(), today));
                }
            });
        }
        books.endAllBut(customerId, standing, today);
    }
}
