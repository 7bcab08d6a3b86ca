package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.charges.domain.Payment;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * What lowered invoices, by the day interest counts it from: for money the day it reached the account. A payment that
 * was reversed had never been.
 */
@ApplicationScoped
class PaymentHistory {

    private final Sql sql;
    private final Tenancy tenancy;

    PaymentHistory(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    private record Entry(UUID invoiceId, Payment payment) {}

    Map<UUID, List<Payment>> of(Collection<Receivable> receivables) {
        Map<UUID, Currency> currencies = receivables.stream()
                .collect(Collectors.toMap(
                        Receivable::invoiceId, one -> one.account().currency()));
        return entries(currencies.keySet().toArray(UUID[]::new), currencies::get);
    }

    List<Payment> ofInvoice(UUID invoiceId, Currency currency) {
        return entries(new UUID[] {invoiceId}, any -> currency).getOrDefault(invoiceId, List.of());
    }

    private Map<UUID, List<Payment>> entries(UUID[] invoiceIds, Function<UUID, Currency> currencies) {
        return sql
                .list(
                        "select invoice_id, sum(amount), min(coalesce(valued_on, known_on)) from receivable_entry"
                                + " where tenant = ? and invoice_id = any(?)"
                                + " and kind in ('allocated', 'credited', 'discounted', 'given-up')"
                                + " group by invoice_id, coalesce(payment_id, cause_id) having sum(amount) <> 0"
                                + " order by 3, min(recorded_at)",
                        row -> read(row, currencies),
                        tenancy.tenant(),
                        invoiceIds)
                .stream()
                .collect(Collectors.groupingBy(
                        Entry::invoiceId, Collectors.mapping(Entry::payment, Collectors.toList())));
    }

    private static Entry read(ResultSet row, Function<UUID, Currency> currencies) throws SQLException {
        UUID invoiceId = row.getObject(1, UUID.class);
        Money amount = Money.padded(row.getBigDecimal(2).stripTrailingZeros(), currencies.apply(invoiceId));
        return new Entry(invoiceId, new Payment(amount, row.getObject(3, LocalDate.class), null));
    }
}
