package o2c.dunning.audits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What happened with a customer, in order. */
@Path("/v1/customers/{customerId}/timeline")
@Tag(name = "Cases")
class TimelineResource {

    private final Timeline timeline;
    private final Books books;

    TimelineResource(Timeline timeline, Books books) {
        this.timeline = timeline;
        this.books = books;
    }

    /**
     * Something that happened.
     *
     * @param kind step-taken, message-sent, call-due, call-logged, dispute-opened, dispute-resolved, promise-made,
     *     promise-ended, plan-agreed, plan-ended, hold-set, hold-ended, inquiry-opened, inquiry-answered or
     *     charges-claimed
     * @param id of the invoice (step-taken), message, call, dispute, promise, plan, hold, inquiry or claim of charges
     * @param subject the invoice's number, or what a message is about; null when it is about all
     */
    record HappeningView(LocalDate on, String kind, UUID id, String sellerId, String subject, String text) {}

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getTimeline",
            summary = "All that dunning did, heard and agreed with a customer, oldest first",
            description = "Empty for a customer nothing happened with. Refusals: 422 date-in-future,"
                    + " known-at-too-recent. Scope: dunning:read.")
    public Page<HappeningView> of(@RestPath String customerId, @BeanParam InTime inTime, @BeanParam Paging paging) {
        Page<Timeline.Happening> page = Page.of(
                timeline.of(customerId, books.moment(inTime), paging.after(), paging.limit()),
                paging.limit(),
                Timeline.Happening::position);
        return new Page<>(
                page.items().stream()
                        .map(one -> new HappeningView(
                                one.on(), one.kind(), one.id(), one.sellerId(), one.subject(), one.text()))
                        .toList(),
                page.nextCursor());
    }
}
