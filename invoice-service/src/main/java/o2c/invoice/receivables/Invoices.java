package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import o2c.invoice.books.Columns;
import o2c.invoice.receivables.domain.Deduction;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.IssueFacts;
import o2c.invoice.receivables.domain.Part;
import o2c.invoice.receivables.domain.References;
import o2c.invoice.receivables.domain.TermsUsed;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The receivables of the running transaction's tenant, and the entries beside them. */
@ApplicationScoped
class Invoices {

    private static final String ENTER = """
        with told as (
          select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?)
            with ordinality as t(
            id, customer_id, seller_id, invoice_number, issued_on, due_on, payable_on, currency, total,
            net_amount, vat_amount, outstanding, status, last_paid_on, order_id, delivery_ids, delivered_on,
            contract_id, reference, prepaid, rounding, terms_id, terms_version, instalment, instalments,
            instalment_of, rate, base_amount, origin, discounts, late_rate, nr)),
        fresh as (
          insert into receivable (tenant, id, customer_id, seller_id, invoice_number, issued_on, due_on,
            payable_on, currency, total, net_amount, vat_amount, outstanding, status, last_paid_on, order_id,
            delivery_ids, delivered_on, contract_id, reference, prepaid, rounding, terms_id, terms_version,
            instalment, instalments, instalment_of, rate, base_amount, base_currency, origin,
            discounts, late_rate)
          select ?, id, customer_id, seller_id, invoice_number, issued_on, due_on, payable_on, currency, total,
            net_amount, vat_amount, outstanding, status, last_paid_on, order_id,
            coalesce(string_to_array(delivery_ids, E'\\n'), '{}'), delivered_on, contract_id, reference, prepaid,
            rounding, coalesce(told.terms_id, accepted.terms_id),
            case when told.terms_id is null then accepted.version else terms_version end,
            instalment, instalments, instalment_of, rate, base_amount, ?, origin,
            discounts, late_rate
          from told left join lateral (
            select a.terms_id, a.version from terms_acceptance a
            where a.tenant = ? and a.customer_id = told.customer_id and a.seller_id = told.seller_id
              and a.accepted_on <= told.issued_on
            order by a.accepted_on desc, a.id desc limit 1) accepted on told.terms_id is null
          order by seller_id, invoice_number, nr
          on conflict (tenant, seller_id, invoice_number) do nothing
          returning tenant, id, customer_id, seller_id, currency, outstanding, issued_on),
        booked as (
          insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency, kind, amount,
            business_day, recorded_on, cause)
          select tenant, id, customer_id, seller_id, currency, 'issued', outstanding, issued_on, ?, id from fresh)
        select id from fresh\
        """;

    private final Sql sql;
    private final Tenancy tenancy;
    private final InvoiceLines lines;

    Invoices(Sql sql, Tenancy tenancy, InvoiceLines lines) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.lines = lines;
    }

    /** An invoice on its way into the books, what was told about it, and which part of that it is. */
    record Entered(Invoice invoice, InvoiceDraft draft, IssueFacts facts) {

        TermsUsed terms() {
            return facts.terms();
        }

        Part part() {
            return facts.part();
        }
    }

    /** What makes an invoice number unique. */
    record Number(String sellerId, String invoiceNumber) {

        static Number of(InvoiceContent content) {
            return new Number(content.sellerId(), content.invoiceNumber());
        }
    }

    /** Enters those whose number is free, with first entry and lines, and tells which; of two the first wins. */
    Set<UUID> enter(List<Entered> all, LocalDate today) {
        if (all.isEmpty()) {
            return Set.of();
        }
        List<Object> params = new ArrayList<>(contents(all));
        params.addAll(circumstances(all));
        params.addAll(
                Arrays.asList(tenancy.tenant(), tenancy.baseCurrency().getCurrencyCode(), tenancy.tenant(), today));
        Set<UUID> entered = new HashSet<>(sql.list(ENTER, row -> row.getObject(1, UUID.class), params.toArray()));
        lines.enter(all.stream()
                .filter(one -> one.part().number() == 1)
                .filter(one -> entered.contains(one.invoice().id()))
                .toList());
        return entered;
    }

    Optional<InvoiceRow> byId(UUID id) {
        return sql.first(InvoiceRow.SELECT + " where tenant = ? and id = ?", InvoiceRow::read, tenancy.tenant(), id);
    }

    /** All instalments of the invoice whose first one this is, the first first. */
    List<Invoice> instalments(UUID firstId) {
        return sql
                .list(
                        InvoiceRow.SELECT + " where tenant = ? and (id = ? or instalment_of = ?) order by instalment",
                        InvoiceRow::read,
                        tenancy.tenant(),
                        firstId,
                        firstId)
                .stream()
                .map(InvoiceRow::invoice)
                .toList();
    }

    Map<Number, Invoice> byNumber(List<Number> numbers) {
        Columns<Number> wanted = new Columns<>(numbers);
        Map<Number, Invoice> found = new HashMap<>();
        sql.list(
                        InvoiceRow.SELECT
                                + " where tenant = ? and (seller_id, invoice_number) in (select * from unnest(?, ?))",
                        InvoiceRow::read,
                        tenancy.tenant(),
                        wanted.texts(Number::sellerId),
                        wanted.texts(Number::invoiceNumber))
                .forEach(row -> found.put(Number.of(row.invoice().content()), row.invoice()));
        return found;
    }

    private static List<Object> contents(List<Entered> all) {
        Columns<Invoice> told = new Columns<>(all.stream().map(Entered::invoice).toList());
        return List.of(
                told.ids(Invoice::id),
                told.texts(of(InvoiceContent::customerId)),
                told.texts(of(InvoiceContent::sellerId)),
                told.texts(of(InvoiceContent::invoiceNumber)),
                told.days(of(InvoiceContent::issuedOn)),
                told.days(of(InvoiceContent::dueOn)),
                told.days(of(InvoiceContent::payableOn)),
                told.texts(of(content -> content.total().currency().getCurrencyCode())),
                told.amounts(of(InvoiceContent::total)),
                told.amounts(of(InvoiceContent::netAmount)),
                told.amounts(of(InvoiceContent::vatAmount)),
                told.amounts(Invoice::outstanding),
                told.texts(invoice -> invoice.status().label()),
                told.days(Invoice::lastPaidOn),
                told.texts(of(content -> content.references().orderId())),
                told.texts(of(content -> deliveryIds(content.references()))),
                told.days(of(content -> content.references().deliveredOn())),
                told.texts(of(content -> content.references().contractId())),
                told.texts(of(content -> content.references().reference())),
                told.amounts(of(content -> deduction(content, Deduction::prepaid))),
                told.amounts(of(content -> deduction(content, Deduction::rounding))));
    }

    private static List<Object> circumstances(List<Entered> all) {
        Columns<Entered> around = new Columns<>(all);
        return List.of(
                around.texts(one -> one.terms() == null ? null : one.terms().termsId()),
                integers(all, one -> one.terms() == null ? null : one.terms().version()),
                integers(all, one -> one.part().number()),
                integers(all, one -> one.part().of()),
                around.ids(one -> one.part().firstId()),
                around.numbers(one -> one.facts().rate()),
                around.amounts(one -> one.facts().inBase(one.invoice().content().owed())),
                around.texts(one -> one.facts().origin()),
                around.texts(one -> one.draft()
                        .agreement()
                        .discounts(one.invoice().content().issuedOn())),
                around.numbers(one -> one.draft().agreement().lateRate()));
    }

    private static <T> Function<Invoice, T> of(Function<InvoiceContent, T> part) {
        return invoice -> part.apply(invoice.content());
    }

    private static Money deduction(InvoiceContent content, Function<Deduction, Money> part) {
        return content.deduction() == null ? null : part.apply(content.deduction());
    }

    private static Integer[] integers(List<Entered> all, Function<Entered, Integer> column) {
        return all.stream().map(column).toArray(Integer[]::new);
    }

    /** One text, as arrays of arrays cannot be bound; printable ids hold no line break. */
    private static String deliveryIds(References references) {
        return references.deliveryIds().isEmpty() ? null : String.join("\n", references.deliveryIds());
    }
}
