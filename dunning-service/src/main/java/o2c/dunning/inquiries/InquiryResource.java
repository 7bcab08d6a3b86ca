package o2c.dunning.inquiries;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.inquiries.domain.Inquiry;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Questions and complaints of customers, with a clock. Dunning waits for the answer. */
@Path("/v1/inquiries")
@Tag(name = "Inquiries")
class InquiryResource {

    private static final String EXAMPLE = "{\"customerId\":\"acme\",\"sellerId\":\"delta\","
            + "\"invoiceNumber\":\"2026-0042\",\"kind\":\"question\",\"text\":\"Which delivery is this?\"}";

    private final InquiryDesk desk;
    private final Inquiries inquiries;
    private final Books books;
    private final Caller caller;

    InquiryResource(InquiryDesk desk, Inquiries inquiries, Books books, Caller caller) {
        this.desk = desk;
        this.inquiries = inquiries;
        this.books = books;
        this.caller = caller;
    }

    /**
     * A customer asks or complains.
     *
     * @param sellerId all sellers unless told
     * @param invoiceNumber all invoices unless told
     * @param businessDays time for an answer; 5 unless told
     */
    record InquiryRequest(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,
            @Size(min = 1, max = 200) String invoiceNumber,
            @NotNull Inquiry.Kind kind,
            @NotBlank @Size(max = 4000) String text,
            @Min(0) @Max(60) Integer businessDays) {}

    /** What the customer is told. */
    record AnswerRequest(@NotBlank @Size(max = 4000) String text) {}

    /**
     * An inquiry.
     *
     * @param status open, breached (open after its day) or answered
     * @param breachedOn the day it was announced as late, or null
     */
    record InquiryView(
            UUID inquiryId,
            String status,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            Inquiry.Kind kind,
            String text,
            LocalDate openedOn,
            String notedBy,
            LocalDate dueOn,
            LocalDate breachedOn,
            String answer,
            LocalDate answeredOn,
            String answeredBy) {

        static InquiryView of(Inquiry inquiry) {
            Optional<Inquiry.Answer> answer = Optional.ofNullable(inquiry.answer());
            return new InquiryView(
                    inquiry.inquiryId(),
                    inquiry.status(),
                    inquiry.subject().customerId(),
                    inquiry.subject().sellerId(),
                    inquiry.subject().invoiceId(),
                    inquiry.subject().invoiceNumber(),
                    inquiry.question().kind(),
                    inquiry.question().text(),
                    inquiry.clock().openedOn(),
                    inquiry.question().notedBy(),
                    inquiry.clock().dueOn(),
                    inquiry.breachedOn(),
                    answer.map(Inquiry.Answer::text).orElse(null),
                    answer.map(Inquiry.Answer::answeredOn).orElse(null),
                    answer.map(Inquiry.Answer::answeredBy).orElse(null));
        }
    }

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("kind")
        Inquiry.Kind kind;

        @QueryParam("answered")
        Boolean answered;
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "openInquiry",
            summary = "Note that a customer asks or complains",
            description = "Dunning waits for the answer, 60 days at most; when the clock runs out, InquiryBreached is"
                    + " announced once. Refusals: 422 invoice-unknown (with Retry-After),"
                    + " invoice-of-another-customer, seller-ambiguous. Scope: dunning:write.")
    public RestResponse<InquiryView> open(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a question", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    InquiryRequest request) {
        Inquiry inquiry = desk.open(
                new InquiryDesk.About(request.customerId(), request.sellerId(), request.invoiceNumber()),
                new Inquiry.Question(request.kind(), request.text(), caller.subject()),
                Optional.ofNullable(request.businessDays()).orElse(Inquiry.USUAL_BUSINESS_DAYS));
        return Answer.created("/v1/inquiries/" + inquiry.inquiryId(), InquiryView.of(inquiry));
    }

    @POST
    @Path("/{inquiryId}/answer")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "answerInquiry",
            summary = "Note what the customer was answered; dunning goes on",
            description = "Refusals: 404 inquiry-unknown; 409 inquiry-answered. Scope: dunning:write.")
    public InquiryView answer(@RestPath UUID inquiryId, @NotNull @Valid AnswerRequest request) {
        return InquiryView.of(desk.answer(inquiryId, request.text(), caller.subject()));
    }

    @GET
    @Path("/{inquiryId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getInquiry",
            summary = "One inquiry",
            description = "Refusals: 404 inquiry-unknown. Scope: dunning:read.")
    public InquiryView get(@RestPath UUID inquiryId) {
        return inquiries
                .find(inquiryId)
                .map(InquiryView::of)
                .orElseThrow(() -> RuleBroken.notFound("inquiry-unknown", "there is no such inquiry"));
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listInquiries",
            summary = "Inquiries, oldest first",
            description = "Filters: customerId, kind (question, complaint), answered (true, false). Refusals: 422"
                    + " date-in-future, known-at-too-recent. Scope: dunning:read.")
    public Page<InquiryView> list(@BeanParam Filter filter, @BeanParam InTime inTime, @BeanParam Paging paging) {
        String kind = filter.kind == null ? null : filter.kind.code();
        return Page.of(
                inquiries
                        .list(
                                new Inquiries.Wanted(filter.customerId, kind, filter.answered),
                                books.moment(inTime),
                                paging.afterId(),
                                paging.limit())
                        .stream()
                        .map(InquiryView::of)
                        .toList(),
                paging.limit(),
                inquiry -> inquiry.inquiryId().toString());
    }
}
