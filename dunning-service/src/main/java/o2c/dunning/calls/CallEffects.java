package o2c.dunning.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.calls.domain.CallOutcome;
import o2c.dunning.disputes.DisputeHandling;
import o2c.dunning.disputes.domain.Dispute;
import o2c.dunning.disputes.domain.DisputeCode;
import o2c.dunning.inquiries.InquiryDesk;
import o2c.dunning.inquiries.domain.Inquiry;
import o2c.dunning.promises.PromiseKeeping;
import o2c.dunning.promises.domain.Promise;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;

/** What a call leads to: a promise, a dispute, an inquiry. */
@ApplicationScoped
class CallEffects {

    private final PromiseKeeping promises;
    private final DisputeHandling disputes;
    private final InquiryDesk inquiries;
    private final Tenancy tenancy;

    CallEffects(PromiseKeeping promises, DisputeHandling disputes, InquiryDesk inquiries, Tenancy tenancy) {
        this.promises = promises;
        this.disputes = disputes;
        this.inquiries = inquiries;
        this.tenancy = tenancy;
    }

    /**
     * What the customer wants; each part only for its outcome, else null.
     *
     * @param invoiceNumbers the invoices it is about; those of the call when empty
     */
    record Wish(
            List<String> invoiceNumbers, Money amount, LocalDate promisedOn, DisputeCode disputeCode, String text) {}

    /** Whom the call was with, and who made it; seller and person may be null. */
    record Caller(String customerId, String sellerId, List<String> invoices, String person, String by) {}

    /** The id of what was made, or null. Refuses {@code wish-missing} where the outcome needs more than was told. */
    UUID of(CallOutcome outcome, Wish wish, Caller caller) {
        return switch (outcome) {
            case PROMISED -> promise(wish, caller);
            case DISPUTED -> dispute(wish, caller);
            case ASKED -> inquiry(wish, caller);
            default -> null;
        };
    }

    private UUID promise(Wish wish, Caller caller) {
        need(wish.promisedOn != null, "promisedOn");
        return promises.make(
                        new PromiseKeeping.Said(
                                caller.customerId,
                                caller.sellerId,
                                invoices(wish, caller),
                                wish.amount,
                                wish.promisedOn,
                                null,
                                null),
                        new Promise.Noted("call", caller.person, caller.by, tenancy.today()))
                .promiseId();
    }

    private UUID dispute(Wish wish, Caller caller) {
        need(wish.disputeCode != null, "disputeCode");
        List<String> invoices = invoices(wish, caller);
        if (invoices.size() > 1) {
            throw RuleBroken.refused("one-invoice-needed", "a dispute is about one invoice; name it")
                    .at("/invoiceNumbers");
        }
        return disputes.open(
                        caller.sellerId,
                        invoices.get(0),
                        wish.amount,
                        new Dispute.Grounds(wish.disputeCode, wish.text, caller.by))
                .disputeId();
    }

    private UUID inquiry(Wish wish, Caller caller) {
        need(wish.text != null, "text");
        String invoice = wish.invoiceNumbers.size() == 1 ? wish.invoiceNumbers.get(0) : null;
        return inquiries
                .open(
                        new InquiryDesk.About(caller.customerId, caller.sellerId, invoice),
                        new Inquiry.Question(Inquiry.Kind.QUESTION, wish.text, caller.by),
                        Inquiry.USUAL_BUSINESS_DAYS)
                .inquiryId();
    }

    private static List<String> invoices(Wish wish, Caller caller) {
        List<String> invoices = wish.invoiceNumbers.isEmpty() ? caller.invoices : wish.invoiceNumbers;
        need(!invoices.isEmpty(), "invoiceNumbers");
        return invoices;
    }

    private static void need(boolean told, String field) {
        if (!told) {
            throw RuleBroken.refused("wish-missing", "this outcome needs " + field)
                    .at("/" + field);
        }
    }
}
