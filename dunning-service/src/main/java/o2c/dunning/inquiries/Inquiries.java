package o2c.dunning.inquiries;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.inquiries.domain.Inquiry;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What customers asked and complained about, with the answers. */
@ApplicationScoped
class Inquiries {

    private static final String ALL = "select inquiry_id, customer_id, seller_id, invoice_id, invoice_number, kind,"
            + " text, noted_by, opened_on, due_on, breached_on, answer, answered_by, answered_on, ended_at"
            + " from inquiry where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    Inquiries(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Which inquiries a list asks for; null where any will do. */
    record Wanted(String customerId, String kind, Boolean answered) {}

    private record Stored(Inquiry inquiry, Instant endedAt) {}

    void insert(Inquiry inquiry) {
        sql.update(
                "insert into inquiry (tenant, inquiry_id, customer_id, seller_id, invoice_id, invoice_number, kind,"
                        + " text, noted_by, opened_on, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                inquiry.inquiryId(),
                inquiry.subject().customerId(),
                inquiry.subject().sellerId(),
                inquiry.subject().invoiceId(),
                inquiry.subject().invoiceNumber(),
                inquiry.question().kind().code(),
                inquiry.question().text(),
                inquiry.question().notedBy(),
                inquiry.clock().openedOn(),
                inquiry.clock().dueOn());
    }

    void answer(Inquiry inquiry) {
        sql.update(
                "update inquiry set answer = ?, answered_by = ?, answered_on = ?, ended_at = now()"
                        + " where tenant = ? and inquiry_id = ?",
                inquiry.answer().text(),
                inquiry.answer().answeredBy(),
                inquiry.answer().answeredOn(),
                tenancy.tenant(),
                inquiry.inquiryId());
    }

    void breached(Inquiry inquiry) {
        sql.update(
                "update inquiry set breached_on = ? where tenant = ? and inquiry_id = ?",
                inquiry.breachedOn(),
                tenancy.tenant(),
                inquiry.inquiryId());
    }

    Optional<Inquiry> find(UUID inquiryId) {
        return sql.first(ALL + " and inquiry_id = ?", Inquiries::read, tenancy.tenant(), inquiryId)
                .map(Stored::inquiry);
    }

    Optional<Inquiry> lock(UUID inquiryId) {
        return sql.first(ALL + " and inquiry_id = ? for update", Inquiries::read, tenancy.tenant(), inquiryId)
                .map(Stored::inquiry);
    }

    List<Inquiry> lockLateOn(LocalDate day) {
        return sql
                .list(
                        ALL + " and answered_on is null and breached_on is null and due_on < ?"
                                + " order by inquiry_id for update",
                        Inquiries::read,
                        tenancy.tenant(),
                        day)
                .stream()
                .map(Stored::inquiry)
                .toList();
    }

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<Inquiry> list(Wanted wanted, Moment moment, Optional<UUID> after, int limit) {
        return sql
                .list(
                        ALL + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or kind = ?)"
                                + " and (?::boolean is null or"
                                + " (coalesce(answered_on <= least(?, ?) and ended_at <= ?, false)) = ?)"
                                + " and opened_on <= ? and opened_on <= ? and recorded_at <= ?"
                                + " and (?::uuid is null or inquiry_id > ?) order by inquiry_id limit ?",
                        Inquiries::read,
                        tenancy.tenant(),
                        wanted.customerId,
                        wanted.customerId,
                        wanted.kind,
                        wanted.kind,
                        wanted.answered,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        wanted.answered,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        after.orElse(null),
                        after.orElse(null),
                        limit + 1)
                .stream()
                .map(stored -> asOf(stored, moment))
                .toList();
    }

    private static Inquiry asOf(Stored stored, Moment moment) {
        Inquiry one = stored.inquiry;
        boolean answered = !one.isOpen()
                && !one.answer().answeredOn().isAfter(moment.asOf())
                && !one.answer().answeredOn().isAfter(moment.knownOn())
                && !stored.endedAt.isAfter(moment.knownAt());
        boolean breached = one.breachedOn() != null && !one.breachedOn().isAfter(moment.asOf());
        return new Inquiry(
                one.inquiryId(),
                one.subject(),
                one.question(),
                one.clock(),
                breached ? one.breachedOn() : null,
                answered ? one.answer() : null);
    }

    private static Stored read(ResultSet row) throws SQLException {
        LocalDate answeredOn = row.getObject(14, LocalDate.class);
        OffsetDateTime endedAt = row.getObject(15, OffsetDateTime.class);
        Inquiry inquiry = new Inquiry(
                row.getObject(1, UUID.class),
                new Inquiry.Subject(row.getString(2), row.getString(3), row.getObject(4, UUID.class), row.getString(5)),
                new Inquiry.Question(
                        Inquiry.Kind.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                        row.getString(7),
                        row.getString(8)),
                new Inquiry.Clock(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)),
                row.getObject(11, LocalDate.class),
                answeredOn == null ? null : new Inquiry.Answer(row.getString(12), row.getString(13), answeredOn));
        return new Stored(inquiry, endedAt == null ? null : endedAt.toInstant());
    }
}
