package o2c.dunning.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.messages.domain.Language;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.messages.domain.MessageLine;
import o2c.dunning.messages.domain.Wording;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The messages that left. They are never changed. */
@ApplicationScoped
class Messages {

    private static final String HEAD = "select message_id, customer_id, seller_id, sent_on, level, step, channel, tone,"
            + " strategy_version, currency, amount, netted, language, subject, tone_reason from message"
            + " where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    Messages(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A message with its words; the addressee is null while the customer's name is not known. */
    record Worded(Message message, Language language, String addressee, Wording.Text text) {}

    /** A message without its text and lines. */
    record Head(
            UUID messageId,
            String customerId,
            String sellerId,
            LocalDate sentOn,
            int level,
            String step,
            String channel,
            String tone,
            int strategyVersion,
            Money amount,
            Money netted,
            String language,
            String subject,
            String toneReason) {}

    /** Which messages a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, LocalDate sentFrom, LocalDate sentTo) {}

    /** The text as it left. */
    record Document(String addressee, String subject, String body) {}

    void insert(List<Worded> batch) {
        sql.batch(
                "insert into message (tenant, message_id, customer_id, seller_id, currency, sent_on, level, step,"
                        + " channel, tone, strategy_version, amount, netted, language, addressee, subject, body,"
                        + " tone_reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.stream().map(this::row).toList());
        sql.batch(
                "insert into message_line (tenant, message_id, invoice_id, invoice_number, due_on, outstanding,"
                        + " disputed, level, step_taken) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.stream()
                        .flatMap(worded -> worded.message.lines().stream().map(line -> row(worded.message, line)))
                        .toList());
    }

    /** In the order in which they left, one more than the limit when there are more. */
    List<Head> list(Wanted wanted, Optional<UUID> after, int limit) {
        return sql.list(
                HEAD + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or seller_id = ?)"
                        + " and sent_on >= coalesce(?::date, '-infinity') and sent_on <= coalesce(?::date, 'infinity')"
                        + " and (?::uuid is null or message_id > ?) order by message_id limit ?",
                Messages::head,
                tenancy.tenant(),
                wanted.customerId,
                wanted.customerId,
                wanted.sellerId,
                wanted.sellerId,
                wanted.sentFrom,
                wanted.sentTo,
                after.orElse(null),
                after.orElse(null),
                limit + 1);
    }

    Optional<Head> find(UUID messageId) {
        return sql.first(HEAD + " and message_id = ?", Messages::head, tenancy.tenant(), messageId);
    }

    List<MessageLine> linesOf(Head message) {
        Currency currency = message.amount.currency();
        return sql.list(
                "select invoice_id, invoice_number, due_on, outstanding, disputed, level, step_taken from message_line"
                        + " where tenant = ? and message_id = ? order by due_on, invoice_number",
                row -> new MessageLine(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        money(row.getBigDecimal(4), currency),
                        money(row.getBigDecimal(5), currency),
                        row.getInt(6),
                        row.getBoolean(7)),
                tenancy.tenant(),
                message.messageId);
    }

    Optional<Document> document(UUID messageId) {
        return sql.first(
                "select addressee, subject, body from message where tenant = ? and message_id = ?",
                row -> new Document(row.getString(1), row.getString(2), row.getString(3)),
                tenancy.tenant(),
                messageId);
    }

    private Object[] row(Worded worded) {
        Message message = worded.message;
        return new Object[] {
            tenancy.tenant(),
            message.messageId(),
            message.customerId(),
            message.sellerId(),
            message.amount().currency().getCurrencyCode(),
            message.sentOn(),
            message.step().level(),
            message.step().name(),
            message.step().channel().code(),
            message.voice().tone().code(),
            message.strategyVersion(),
            message.amount().amount(),
            message.netted().amount(),
            worded.language.code(),
            worded.addressee,
            worded.text.subject(),
            worded.text.body(),
            message.voice().reason()
        };
    }

    private Object[] row(Message message, MessageLine line) {
        return new Object[] {
            tenancy.tenant(),
            message.messageId(),
            line.invoiceId(),
            line.invoiceNumber(),
            line.dueOn(),
            line.open().amount(),
            line.disputed().amount(),
            line.level(),
            line.stepTaken()
        };
    }

    private static Head head(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(10));
        return new Head(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                money(row.getBigDecimal(11), currency),
                money(row.getBigDecimal(12), currency),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
