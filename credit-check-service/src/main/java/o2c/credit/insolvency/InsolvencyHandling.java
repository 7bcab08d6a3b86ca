package o2c.credit.insolvency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.causes.Causes;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.exposure.Exposures;
import o2c.credit.insolvency.domain.Insolvency;
import o2c.credit.limits.CreditLimiting;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;

/** A customer is insolvent: at once no more credit, his orders held, the administrator among his contacts. */
@ApplicationScoped
class InsolvencyHandling {

    private final InsolvencyBooks books;
    private final CustomerRegister customers;
    private final CreditLimiting limits;
    private final Exposures exposures;
    private final Causes causes;
    private final Outbox outbox;

    InsolvencyHandling(
            InsolvencyBooks books,
            CustomerRegister customers,
            CreditLimiting limits,
            Exposures exposures,
            Causes causes,
            Outbox outbox) {
        this.books = books;
        this.customers = customers;
        this.limits = limits;
        this.exposures = exposures;
        this.causes = causes;
        this.outbox = outbox;
    }

    /**
     * Takes note of an insolvency, with all its effects here.
     *
     * @throws RuleBroken {@code customer-unknown}, {@code insolvency-open}, {@code date-in-future}
     */
    Insolvency register(Insolvency insolvency, String by) {
        String customerId = insolvency.customerId();
        customers.require(customerId);
        if (books.openKindOf(customerId).isPresent()) {
            throw RuleBroken.conflict("insolvency-open", "an insolvency of this customer is open already");
        }
        Decision<Insolvency> registered = insolvency.registered();
        books.add(registered.next(), by);
        outbox.announce(registered.events());
        limits.endCredit(customerId, insolvency.insolvencyId(), by, insolvency.registeredOn());
        exposures
                .reservedBy(customerId)
                .forEach(order -> outbox.announce(new CreditEvent.OrderHeld(
                        customerId, order.checkId(), order.orderId(), order.reserved(), List.of("insolvent"))));
        if (insolvency.administrator() != null) {
            customers.addContact(customerId, insolvency.administrator());
        }
        causes.note(customerId, new Cause(insolvency.insolvencyId(), "InsolvencyRegistered", null));
        return registered.next();
    }

    /**
     * An insolvency is over. The old limit does not come back by itself.
     *
     * @throws RuleBroken {@code insolvency-unknown}, {@code insolvency-ended}, {@code date-in-future},
     *     {@code end-before-opening}
     */
    Insolvency end(String customerId, UUID insolvencyId, LocalDate on, String why, LocalDate today) {
        Decision<Insolvency> ended = books.locked(customerId, insolvencyId)
                .orElseThrow(() -> RuleBroken.notFound("insolvency-unknown", "there is no such insolvency"))
                .end(on, why, today);
        books.end(ended.next());
        outbox.announce(ended.events());
        causes.note(customerId, new Cause(insolvencyId, "InsolvencyEnded", null));
        return ended.next();
    }
}
