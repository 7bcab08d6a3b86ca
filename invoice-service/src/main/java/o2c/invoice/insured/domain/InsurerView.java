package o2c.invoice.insured.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.insured.domain.CashFact.Issued;
import o2c.invoice.insured.domain.CashFact.Lowered;
import o2c.invoice.insured.domain.CashFact.Moved;
import o2c.kernel.Money;

/**
 * The same cash as a credit insurer counts it, whatever the payer said: each receipt goes to the oldest receivable that
 * is open on its day; from the day of the loss on in proportion to what is open of the receivables of before that day,
 * and only then to later ones. Late charges take no part. Cash that goes back is taken from the youngest that got any.
 *
 * @param paid what each receivable got, in the order of age
 * @param unallocated what found nothing open
 */
public record InsurerView(Map<UUID, Money> paid, Money unallocated) {

    /**
     * Counts anew from all facts of one customer, seller and currency.
     *
     * @param lossOn the day of the loss, or null when there is none
     */
    public static InsurerView of(List<CashFact> facts, LocalDate lossOn, Currency currency) {
        Count count = new Count(lossOn, Money.zero(currency));
        facts.stream()
                .sorted(Comparator.comparing(CashFact::on).thenComparing(CashFact::turn))
                .forEach(count::add);
        return count.view();
    }

    /** A receivable on the way. */
    private static final class Item {

        private final Issued issued;
        private Money owed;
        private Money got;

        Item(Issued issued) {
            this.issued = issued;
            owed = issued.total();
            got = Money.zero(owed.currency());
        }

        Money open() {
            return owed.minus(got);
        }
    }

    private static final class Count {

        private static final Comparator<Item> AGE = Comparator.<Item, LocalDate>comparing(item -> item.issued.dueOn())
                .thenComparing(item -> item.issued.on())
                .thenComparing(item -> item.issued.invoiceNumber())
                .thenComparing(item -> item.issued.id());

        private final LocalDate lossOn;
        private final Map<UUID, Item> items = new LinkedHashMap<>();
        private Money pool;

        Count(LocalDate lossOn, Money nothing) {
            this.lossOn = lossOn;
            pool = nothing;
        }

        void add(CashFact fact) {
            if (fact instanceof Issued issued) {
                items.put(issued.id(), new Item(issued));
            } else if (fact instanceof Lowered lowered) {
                lower(items.get(lowered.id()), lowered.by());
            } else if (fact instanceof Moved moved) {
                pool = pool.plus(moved.cash());
            }
            takeBack();
            if (pool.isPositive()) {
                if (isAfterLoss(fact.on())) {
                    shareOut();
                }
                pour(inOrder());
            }
        }

        InsurerView view() {
            Map<UUID, Money> paid = new LinkedHashMap<>();
            inOrder().forEach(item -> paid.put(item.issued.id(), item.got));
            return new InsurerView(paid, pool);
        }

        private void lower(Item item, Money by) {
            item.owed = item.owed.minus(by);
            Money tooMuch = item.got.minus(item.owed).orZero();
            item.got = item.got.minus(tooMuch);
            pool = pool.plus(tooMuch);
        }

        private void takeBack() {
            if (!pool.isNegative()) {
                return;
            }
            List<Item> youngestFirst =
                    items.values().stream().sorted(AGE.reversed()).toList();
            for (Item item : youngestFirst) {
                if (!pool.isNegative()) {
                    return;
                }
                Money back = pool.negated().min(item.got);
                item.got = item.got.minus(back);
                pool = pool.plus(back);
            }
        }

        private boolean isAfterLoss(LocalDate day) {
            return lossOn != null && !day.isBefore(lossOn);
        }

        /** In proportion over what was owed before the day of the loss. */
        private void shareOut() {
            List<Item> open = inOrder().stream()
                    .filter(item -> item.issued.on().isBefore(lossOn))
                    .filter(item -> item.open().isPositive())
                    .toList();
            Money all = Money.sum(open.stream().map(Item::open).toList(), pool.currency());
            if (all.isZero()) {
                return;
            }
            Money shared = pool.min(all);
            List<Money> parts = shared.splitBy(
                    open.stream().map(item -> item.open().amount()).toList());
            for (int i = 0; i < parts.size(); i++) {
                Item item = open.get(i);
                item.got = item.got.plus(parts.get(i));
            }
            pool = pool.minus(shared);
        }

        private void pour(List<Item> oldestFirst) {
            for (Item item : oldestFirst) {
                Money part = pool.min(item.open());
                if (part.isPositive()) {
                    item.got = item.got.plus(part);
                    pool = pool.minus(part);
                }
            }
        }

        private List<Item> inOrder() {
            List<Item> all = new ArrayList<>(items.values());
            all.sort(AGE);
            return all;
        }
    }
}
