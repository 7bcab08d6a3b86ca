package o2c.dunning.inquiries;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.cases.Pauses;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.domain.Pause;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.inquiries.domain.Inquiry;
import o2c.dunning.parties.Parties;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Takes questions and complaints; dunning waits until they are answered. */
@ApplicationScoped
public class InquiryDesk implements DayOpening {

    private final Inquiries inquiries;
    private final Pauses pauses;
    private final Receivables receivables;
    private final Parties parties;
    private final Outbox outbox;
    private final Tenancy tenancy;

    InquiryDesk(
            Inquiries inquiries,
            Pauses pauses,
            Receivables receivables,
            Parties parties,
            Outbox outbox,
            Tenancy tenancy) {
        this.inquiries = inquiries;
        this.pauses = pauses;
        this.receivables = receivables;
        this.parties = parties;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** Whom and what it is about; seller and invoice may be null. */
    public record About(String customerId, String sellerId, String invoiceNumber) {}

    /** Refuses {@code invoice-unknown}, {@code invoice-of-another-customer} and {@code seller-ambiguous}. */
    public Inquiry open(About about, Inquiry.Question question, int businessDays) {
        receivables.lockAll(List.of(about.customerId()));
        Inquiry inquiry =
                Inquiry.open(Ids.next(), subject(about), question, Inquiry.Clock.of(tenancy.today(), businessDays));
        inquiries.insert(inquiry);
        pauses.begin(
                inquiry.inquiryId(),
                new Pauses.Scope(
                        inquiry.subject().customerId(),
                        inquiry.subject().sellerId(),
                        inquiry.subject().invoiceId()),
                new Pause(Pause.Kind.INQUIRY, inquiry.waitsUntil()),
                tenancy.today());
        return inquiry;
    }

    /** Refuses {@code inquiry-unknown} and {@code inquiry-answered}. */
    Inquiry answer(UUID inquiryId, String text, String by) {
        Inquiry inquiry = inquiries
                .lock(inquiryId)
                .orElseThrow(() -> RuleBroken.notFound("inquiry-unknown", "there is no such inquiry"));
        Decision<Inquiry> decision = inquiry.answer(new Inquiry.Answer(text, by, tenancy.today()));
        inquiries.answer(decision.next());
        pauses.end(inquiryId, tenancy.today());
        outbox.announce(decision.events());
        return decision.next();
    }

    @Override
    public void open(LocalDate day) {
        for (Inquiry inquiry : inquiries.lockLateOn(day)) {
            Decision<Inquiry> decision = inquiry.opening(day);
            inquiries.breached(decision.next());
            outbox.announce(decision.events());
        }
    }

    private Inquiry.Subject subject(About about) {
        if (about.invoiceNumber() == null) {
            return new Inquiry.Subject(about.customerId(), about.sellerId(), null, null);
        }
        String seller = parties.sellerOr(about.sellerId());
        Receivable one = receivables
                .lock(seller, about.invoiceNumber())
                .orElseThrow(() -> RuleBroken.notYetKnown("invoice-unknown", "dunning has not heard of this invoice")
                        .at("/invoiceNumber"));
        if (!one.account().customerId().equals(about.customerId())) {
            throw RuleBroken.refused("invoice-of-another-customer", "another customer owes this invoice")
                    .at("/invoiceNumber");
        }
        return new Inquiry.Subject(about.customerId(), seller, one.invoiceId(), one.invoiceNumber());
    }
}
