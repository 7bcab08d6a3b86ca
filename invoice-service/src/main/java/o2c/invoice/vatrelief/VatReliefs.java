package o2c.invoice.vatrelief;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.vatrelief.domain.VatRelief;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Finds unpaid VAT that can be claimed back, and keeps what was claimed. */
@ApplicationScoped
class VatReliefs {

    /** What was given up without ending the debt by a gift counts as unpaid from its write-off on. */
    private static final String UNPAID = """
        select r.id, r.customer_id, r.seller_id, r.invoice_number, r.currency, r.total, r.vat_amount,
          r.outstanding + coalesce(w.amount, 0) as unpaid,
          least(w.since, coalesce(r.policy_due_on, r.due_on) + interval '1 year')::date as claimable_on
        from receivable r left join lateral (
          select sum(amount) as amount, min(written_off_on) as since from write_off
          where receivable_id = r.id and status = 'booked'
            and kind in ('bookkeeping', 'settled-by-composition')) w on true
        where %s and r.vat_amount > 0 and r.outstanding + coalesce(w.amount, 0) > 0
          and least(w.since, coalesce(r.policy_due_on, r.due_on) + interval '1 year') <= ?\
        """;

    private static final String NOT_CLAIMED =
            " and not exists (select from vat_relief_claim c where c.receivable_id = r.id)";

    private static final String CLAIMED = """
        select r.id, r.customer_id, r.seller_id, r.invoice_number, r.currency, r.total, r.vat_amount,
          r.outstanding + coalesce((select sum(amount) from write_off where receivable_id = r.id
            and status = 'booked' and kind in ('bookkeeping', 'settled-by-composition')), 0) as unpaid,
          c.claimed_on as claimable_on, c.unpaid as unpaid_at_claim, c.relief, c.due_again, c.period
        from vat_relief_claim c join receivable r on r.id = c.receivable_id where %s\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    VatReliefs(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** An invoice with VAT that was not paid. */
    record Unpaid(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            VatRelief vat,
            Money unpaid,
            LocalDate claimableOn) {

        Money relief() {
            return vat.on(unpaid);
        }
    }

    /** What was claimed for an invoice, and what is owed again of it as things stand. */
    record Claimed(Unpaid invoice, Money unpaidAtClaim, Money relief, Money dueAgainTold, String period) {

        Money dueAgain() {
            return invoice.vat().dueAgain(unpaidAtClaim, invoice.unpaid());
        }
    }

    /** What can be claimed at the end of that month and was not yet. */
    List<Unpaid> candidates(String sellerId, YearMonth period) {
        return sql.list(
                UNPAID.formatted("r.tenant = ? and r.seller_id = ?") + NOT_CLAIMED + " order by r.id",
                VatReliefs::unpaid,
                tenancy.tenant(),
                sellerId,
                period.atEndOfMonth());
    }

    /** Keeps that relief was claimed for these; tells for which it was new. */
    void claim(List<Unpaid> invoices, YearMonth period) {
        if (invoices.isEmpty()) {
            return;
        }
        Columns<Unpaid> claimed = new Columns<>(invoices);
        sql.update(
                "insert into vat_relief_claim (tenant, receivable_id, seller_id, period, claimed_on, currency, unpaid,"
                        + " relief) select ?, id, seller_id, ?, ?, currency, unpaid, relief"
                        + " from unnest(?, ?, ?, ?, ?) as t(id, seller_id, currency, unpaid, relief)"
                        + " on conflict (tenant, receivable_id) do nothing",
                tenancy.tenant(),
                period.toString(),
                tenancy.today(),
                claimed.ids(Unpaid::invoiceId),
                claimed.texts(Unpaid::sellerId),
                claimed.texts(one -> one.unpaid().currency().getCurrencyCode()),
                claimed.amounts(Unpaid::unpaid),
                claimed.amounts(Unpaid::relief));
    }

    /** What that seller claimed. */
    List<Claimed> claimed(String sellerId) {
        Conditions where = new Conditions("c.tenant = ?", tenancy.tenant()).when(sellerId, "c.seller_id = ?");
        return sql.list(CLAIMED.formatted(where.clause()) + " order by r.id", VatReliefs::claimed, where.paramsAnd());
    }

    /** Claims of which less is unpaid than was told so far. */
    List<Claimed> paidSince() {
        return sql
                .list(
                        CLAIMED.formatted("c.tenant = ? and r.outstanding < c.unpaid") + " order by r.id",
                        VatReliefs::claimed,
                        tenancy.tenant())
                .stream()
                .filter(claim -> !claim.dueAgain().equals(claim.dueAgainTold()))
                .toList();
    }

    void told(Claimed claim) {
        sql.update(
                "update vat_relief_claim set due_again = ? where tenant = ? and receivable_id = ?",
                claim.dueAgain().amount(),
                tenancy.tenant(),
                claim.invoice().invoiceId());
    }

    /** What became claimable by that day and was not said yet; from now on it is. */
    List<Unpaid> newlyClaimable(LocalDate day, int most) {
        List<Unpaid> found = sql.list(
                UNPAID.formatted("r.tenant = ? and r.outstanding > 0 and r.vat_relief_told_on is null"
                                + " and coalesce(r.policy_due_on, r.due_on) <= ?")
                        + NOT_CLAIMED + " order by coalesce(r.policy_due_on, r.due_on), r.id limit ?",
                VatReliefs::unpaid,
                tenancy.tenant(),
                day.minusYears(1),
                day,
                most);
        sql.update(
                "update receivable set vat_relief_told_on = ? where tenant = ? and id = any(?)",
                day,
                tenancy.tenant(),
                found.stream().map(Unpaid::invoiceId).toArray(UUID[]::new));
        return found;
    }

    private static Unpaid unpaid(ResultSet row) throws SQLException {
        return new Unpaid(
                Read.id(row, "id"),
                row.getString("customer_id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                new VatRelief(Read.money(row, "total"), Read.money(row, "vat_amount")),
                Read.money(row, "unpaid"),
                Read.day(row, "claimable_on"));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                unpaid(row),
                Read.money(row, "unpaid_at_claim"),
                Read.money(row, "relief"),
                Read.money(row, "due_again"),
                row.getString("period"));
    }
}
