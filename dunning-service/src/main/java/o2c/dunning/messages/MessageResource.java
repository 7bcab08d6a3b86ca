package o2c.dunning.messages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.messages.domain.MessageLine;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What was said to customers, word for word. */
@Path("/v1/messages")
@Tag(name = "Messages")
class MessageResource {

    private final Messages messages;
    private final LetterPdf pdf;

    MessageResource(Messages messages, LetterPdf pdf) {
        this.messages = messages;
        this.pdf = pdf;
    }

    /**
     * A message with the invoices it names.
     *
     * @param amount what was asked for
     * @param netted cash on account by which the lines were lowered
     * @param toneReason the step's tone, the facts about the customer, and by how many degrees they changed it
     */
    record MessageView(
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
            String toneReason,
            List<LineView> items) {}

    /**
     * One invoice.
     *
     * @param amount what was asked for: open less disputed
     * @param level the level this invoice had reached
     * @param reason step-taken, or listed-for-information
     */
    record LineView(
            UUID invoiceId,
            String invoiceNumber,
            LocalDate dueOn,
            Money open,
            Money disputed,
            Money amount,
            int level,
            String reason) {

        static LineView of(MessageLine line) {
            return new LineView(
                    line.invoiceId(),
                    line.invoiceNumber(),
                    line.dueOn(),
                    line.open(),
                    line.disputed(),
                    line.asked(),
                    line.level(),
                    line.reason());
        }
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listMessages",
            summary = "Messages in the order in which they left",
            description = "Filters: customerId, sellerId, sentOn, or sentFrom and sentTo (both included)."
                    + " Scope: dunning:read.")
    public Page<Messages.Head> list(
            @QueryParam("customerId") String customerId,
            @QueryParam("sellerId") String sellerId,
            @QueryParam("sentOn") LocalDate sentOn,
            @QueryParam("sentFrom") LocalDate sentFrom,
            @QueryParam("sentTo") LocalDate sentTo,
            @BeanParam Paging paging) {
        Messages.Wanted wanted = sentOn == null
                ? new Messages.Wanted(customerId, sellerId, sentFrom, sentTo)
                : new Messages.Wanted(customerId, sellerId, sentOn, sentOn);
        return Page.of(
                messages.list(wanted, paging.afterId(), paging.limit()),
                paging.limit(),
                message -> message.messageId().toString());
    }

    @GET
    @Path("/{messageId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getMessage",
            summary = "One message with the invoices it names",
            description = "Refusals: 404 message-unknown. Scope: dunning:read.")
    public MessageView get(@RestPath UUID messageId) {
        Messages.Head head = messages.find(messageId).orElseThrow(MessageResource::unknown);
        return new MessageView(
                head.messageId(),
                head.customerId(),
                head.sellerId(),
                head.sentOn(),
                head.level(),
                head.step(),
                head.channel(),
                head.tone(),
                head.strategyVersion(),
                head.amount(),
                head.netted(),
                head.language(),
                head.subject(),
                head.toneReason(),
                messages.linesOf(head).stream().map(LineView::of).toList());
    }

    @GET
    @Path("/{messageId}/document")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getMessageDocument",
            summary = "A message as it left, as text or as a letter",
            description = "Plain text unless Accept names application/pdf: then pages of A4 as PDF/A-3b with the font"
                    + " inside. Refusals: 404 message-unknown. Scope: dunning:read.")
    public String document(@RestPath UUID messageId) {
        Messages.Document document = messages.document(messageId).orElseThrow(MessageResource::unknown);
        String to = document.addressee() == null ? "" : document.addressee() + "\n\n";
        return to + document.subject() + "\n\n" + document.body() + "\n";
    }

    @GET
    @Path("/{messageId}/document")
    @Produces("application/pdf")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(hidden = true)
    public RestResponse<byte[]> letter(@RestPath UUID messageId) {
        Messages.Head head = messages.find(messageId).orElseThrow(MessageResource::unknown);
        Messages.Document document = messages.document(messageId).orElseThrow(MessageResource::unknown);
        return RestResponse.ResponseBuilder.ok(pdf.of(document, head.language()))
                .header("Content-Disposition", "inline; filename=\"" + messageId + ".pdf\"")
                .build();
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("message-unknown", "there is no such message");
    }
}
