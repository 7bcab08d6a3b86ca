package o2c.dunning.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.PlannedStep;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Money;

/** How a case is told: totals, what comes next, and the balances behind them. */
final class CaseViews {

    /**
     * A case.
     *
     * @param open in the tenant's base currency, as are overdue and disputed
     * @param highestLevel the highest level reached by an open invoice; null when no step was taken
     * @param nextStep the earliest step to come; null when none will
     * @param invoices the open invoices, oldest due day first; null in a list of cases
     */
    record CaseView(
            String customerId,
            Money open,
            Money overdue,
            Money disputed,
            Integer highestLevel,
            NextView nextStep,
            List<BalanceView> balances,
            List<InvoiceView> invoices) {}

    /**
     * What is open with one seller in one currency.
     *
     * @param onAccount cash received and not yet allocated
     */
    record BalanceView(String sellerId, Money open, Money overdue, Money disputed, Money onAccount) {}

    /** A step to come. */
    record NextView(LocalDate on, int level, String channel, String tone, UUID invoiceId, String invoiceNumber) {}

    /** An open invoice with its next step, or null. */
    record InvoiceView(
            UUID invoiceId,
            String invoiceNumber,
            String sellerId,
            LocalDate dueOn,
            Money open,
            Money disputed,
            boolean overdue,
            Integer level,
            NextView nextStep) {}

    private final Planning.Ahead ahead;

    CaseViews(Planning.Ahead ahead) {
        this.ahead = ahead;
    }

    CaseView brief(CaseList.Totals totals, List<Account> accounts) {
        return view(totals, accounts, null);
    }

    CaseView full(CaseList.Totals totals, List<Account> accounts) {
        return view(
                totals,
                accounts,
                accounts.stream()
                        .flatMap(account -> account.receivables().stream().map(one -> invoice(account, one)))
                        .toList());
    }

    private CaseView view(CaseList.Totals totals, List<Account> accounts, List<InvoiceView> invoices) {
        Optional<NextView> next = accounts.stream()
                .flatMap(account -> account.receivables().stream().map(one -> next(account, one)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(NextView::on)
                        .thenComparing(Comparator.comparing(NextView::level).reversed()));
        Integer highest = accounts.stream()
                .flatMap(account -> account.receivables().stream())
                .map(CaseViews::level)
                .filter(level -> level != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new CaseView(
                totals.customerId(),
                totals.open(),
                totals.overdue(),
                totals.disputed(),
                highest,
                next.orElse(null),
                accounts.stream().map(CaseViews::balance).toList(),
                invoices);
    }

    private InvoiceView invoice(Account account, Receivable receivable) {
        return new InvoiceView(
                receivable.invoiceId(),
                receivable.invoiceNumber(),
                account.key().sellerId(),
                receivable.terms().dueOn(),
                receivable.open(),
                receivable.disputed(),
                receivable.isOverdue(),
                level(receivable),
                next(account, receivable).orElse(null));
    }

    private Optional<NextView> next(Account account, Receivable receivable) {
        return ahead.next(account, receivable).map(planned -> next(planned, receivable));
    }

    private static NextView next(PlannedStep planned, Receivable receivable) {
        return new NextView(
                planned.on(),
                planned.step().level(),
                planned.step().channel().code(),
                planned.tone().code(),
                receivable.invoiceId(),
                receivable.invoiceNumber());
    }

    private static BalanceView balance(Account account) {
        return new BalanceView(
                account.key().sellerId(),
                account.sumOf(Receivable::open),
                account.sumOf(CaseViews::overdue),
                account.sumOf(Receivable::disputed),
                account.cash());
    }

    private static Money overdue(Receivable receivable) {
        return receivable.isOverdue()
                ? receivable.open()
                : Money.zero(receivable.open().currency());
    }

    private static Integer level(Receivable receivable) {
        return receivable.progress().level() < 0 ? null : receivable.progress().level();
    }
}
