package o2c.dunning.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import o2c.dunning.messages.domain.Language;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.messages.domain.Wording;
import o2c.dunning.parties.Parties;
import o2c.dunning.parties.Parties.Addressee;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Words messages in the customer's language, keeps them exactly as they leave, and announces them. */
@ApplicationScoped
public class Correspondence {

    private final Messages messages;
    private final Wordings wordings;
    private final Parties parties;
    private final Outbox outbox;
    private final Sql sql;
    private final Tenancy tenancy;

    Correspondence(Messages messages, Wordings wordings, Parties parties, Outbox outbox, Sql sql, Tenancy tenancy) {
        this.messages = messages;
        this.wordings = wordings;
        this.parties = parties;
        this.outbox = outbox;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Who got a message on a day, of these customers. */
    public record Recipient(String customerId, String sellerId, String currency) {}

    public Set<Recipient> writtenTo(Collection<String> customerIds, LocalDate day) {
        return new HashSet<>(sql.list(
                "select customer_id, seller_id, currency from message"
                        + " where tenant = ? and sent_on = ? and customer_id = any(?)",
                row -> new Recipient(row.getString(1), row.getString(2), row.getString(3)),
                tenancy.tenant(),
                day,
                customerIds.toArray(String[]::new)));
    }

    /** Who got a message on a day, and at which level. */
    public Map<Recipient, Integer> levelsOn(LocalDate day) {
        return sql
                .list(
                        "select customer_id, seller_id, currency, level from message where tenant = ? and sent_on = ?",
                        row -> Map.entry(
                                new Recipient(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4)),
                        tenancy.tenant(),
                        day)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Sends all of these, in the running transaction. */
    public void send(List<Message> batch) {
        Map<String, Addressee> addressees =
                parties.addressees(batch.stream().map(Message::customerId).toList());
        Map<String, String> sellers = parties.sellerNames();
        List<Messages.Worded> worded = new ArrayList<>();
        for (Message message : batch) {
            Addressee addressee = Optional.ofNullable(addressees.get(message.customerId()))
                    .orElse(new Addressee(message.customerId(), null, null, null));
            worded.add(worded(message, addressee, sellers.getOrDefault(message.sellerId(), message.sellerId())));
            outbox.announce(message.announcement());
        }
        messages.insert(worded);
    }

    private Messages.Worded worded(Message message, Addressee addressee, String seller) {
        Language language = Language.of(addressee.language(), addressee.country());
        Wording.Text text = wordings.of(message, language).write(message, seller);
        return new Messages.Worded(message, language, addressee.name(), text);
    }
}
