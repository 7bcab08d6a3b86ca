package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.exposure.domain.Reservation;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;

/** What customers owe, and the room their orders hold within their limits. */
@ApplicationScoped
public class Exposures {

    private final Books books;
    private final BooksInTime booksInTime;
    private final Orders orders;
    private final Receivables receivables;
    private final RateBook rates;
    private final Tenancy tenancy;

    Exposures(
            Books books,
            BooksInTime booksInTime,
            Orders orders,
            Receivables receivables,
            RateBook rates,
            Tenancy tenancy) {
        this.books = books;
        this.booksInTime = booksInTime;
        this.orders = orders;
        this.receivables = receivables;
        this.rates = rates;
        this.tenancy = tenancy;
    }

    /** What the customer owes now, one exposure per currency. */
    public List<Exposure> of(String customerId) {
        return books.of(customerId);
    }

    /** What the customer owed at a moment, one exposure per currency. */
    List<Exposure> at(String customerId, Moment moment) {
        return moment.latest() ? books.of(customerId) : booksInTime.at(customerId, moment);
    }

    /** What the customer owes in one currency, all others converted where a rate is known. */
    public Money owedIn(String customerId, Currency currency) {
        return together(books.of(customerId), currency, tenancy.today());
    }

    /** The same at the close of an earlier day. */
    public Money owedIn(String customerId, Currency currency, LocalDate day) {
        return together(booksInTime.at(customerId, Moment.asKnownNow(day)), currency, day);
    }

    private Money together(List<Exposure> all, Currency currency, LocalDate day) {
        Money here = all.stream()
                .filter(exposure -> exposure.currency().equals(currency))
                .map(Exposure::total)
                .findFirst()
                .orElse(Money.zero(currency));
        return here.plus(
                Elsewhere.of(all, currency, each -> rates.on(each, day)).total(currency));
    }

    /** What these customers owe together now, one total per currency. */
    public List<Money> totalsOf(List<String> customerIds) {
        return books.totalsOf(customerIds);
    }

    /** What the customer owed at the close of a day, as it is known now and without what one cause did to it. */
    public List<Exposure> without(UUID cause, String customerId, LocalDate day) {
        return booksInTime.without(cause, customerId, Moment.asKnownNow(day));
    }

    /** The same in one currency; nobody else can change it until the transaction ends. */
    public Exposure locked(String customerId, Currency currency) {
        return books.locked(customerId, currency);
    }

    public Overdue overdueOf(String customerId) {
        return receivables.overdueOf(customerId);
    }

    /**
     * The room an order holds, locked until the transaction ends.
     *
     * @throws RuleBroken {@code order-in-other-currency} while it holds room in another one
     */
    public Reservation orderRoom(String customerId, String orderId, Currency currency) {
        Reservation order = orders.claim(customerId, orderId, currency);
        if (!order.reserved().currency().equals(currency)) {
            throw RuleBroken.refused(
                            "order-in-other-currency",
                            "the order holds room in " + order.reserved().currency())
                    .at("/amount/currency");
        }
        return order;
    }

    /** The customer's checked orders that still reserve something. */
    public List<Reservation> reservedBy(String customerId) {
        return orders.reservedBy(customerId);
    }

    /** The room an order holds, only to look at. */
    public Optional<Reservation> heldBy(String customerId, String orderId) {
        return orders.look(customerId, orderId);
    }

    /**
     * Changes the room of an order, when that fits under the ceiling.
     *
     * @return the exposure after it, or empty when it does not fit and nothing was changed
     */
    public Optional<Exposure> takeRoom(Reservation before, Reservation after, Money ceiling, UUID cause) {
        Optional<Exposure> taken = books.take(
                after.customerId(),
                cause,
                after.reserved().minus(before.reserved()),
                after.delivered().minus(before.delivered()),
                ceiling);
        taken.ifPresent(fits -> orders.save(List.of(after)));
        return taken;
    }

    /** Changes the room of an order whatever the limit says: a person decided so. */
    public void grantRoom(Reservation before, Reservation after, UUID cause) {
        move(before, after, cause);
    }

    /** The order is placed: its room no longer ends by time. */
    public void confirm(String customerId, String orderId, UUID checkId) {
        orders.find(customerId, orderId)
                .filter(order -> checkId.equals(order.checkId()))
                .ifPresent(order -> orders.save(List.of(order.confirm(tenancy.today()))));
    }

    /** Gives back what an order still reserves, whoever granted it. */
    public Decision<Reservation> close(Reservation order, UUID cause) {
        Decision<Reservation> closed = order.release(Reservation.Cause.CLOSED);
        move(order, closed.next(), cause);
        return closed;
    }

    /** Gives back what an order still reserves under this check. */
    public Optional<Decision<Reservation>> release(
            String customerId, String orderId, UUID checkId, Reservation.Cause cause) {
        return orders.find(customerId, orderId)
                .filter(order -> checkId.equals(order.checkId()))
                .map(order -> {
                    Decision<Reservation> released = order.release(cause);
                    move(order, released.next(), checkId);
                    return released;
                });
    }

    /** Ends every unconfirmed reservation whose last business date has closed when the day opens. */
    public List<Decision<Reservation>> expire(LocalDate day) {
        List<Decision<Reservation>> released = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (Reservation order : orders.expiring(day)) {
            Decision<Reservation> end = order.release(Reservation.Cause.EXPIRED);
            released.add(end);
            end.next()
                    .movementsSince(order, day)
                    .forEach(moved -> postings.add(new Posting(order.customerId(), null, order.checkId(), moved)));
        }
        orders.save(released.stream().map(Decision::next).toList());
        books.post(postings);
        return released;
    }

    private void move(Reservation before, Reservation after, UUID cause) {
        orders.save(List.of(after));
        books.post(after.customerId(), null, cause, after.movementsSince(before, tenancy.today()));
    }
}
