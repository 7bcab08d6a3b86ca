package o2c.invoice.receivables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import o2c.invoice.books.StrictLines;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.terms.TermsBook;
import o2c.kernel.RuleBroken;

/** Reads single invoices out of batches and files, as strictly as a request of their own would be read. */
@ApplicationScoped
public class InvoiceReader {

    private final StrictLines lines;
    private final TermsBook terms;

    InvoiceReader(StrictLines lines, TermsBook terms) {
        this.lines = lines;
        this.terms = terms;
    }

    /** What could be read: a draft, or why not. */
    public record Told(InvoiceDraft draft, RuleBroken refusal) {

        public boolean isReadable() {
            return refusal == null;
        }
    }

    /** What could be read: the request and what it means, or why not. */
    record Read(InvoiceRequest request, InvoiceDraft draft, RuleBroken refusal) {}

    /** The request as told beside the draft it makes. */
    Read readWhole(JsonNode json) {
        InvoiceRequest[] request = new InvoiceRequest[1];
        Told told = told(() -> request[0] = lines.read(json, InvoiceRequest.class));
        return new Read(request[0], told.draft(), told.refusal());
    }

    Told read(JsonNode json) {
        return told(() -> lines.read(json, InvoiceRequest.class));
    }

    /** One invoice as a line of JSON. */
    public Told read(String json) {
        return told(() -> lines.read(json, InvoiceRequest.class));
    }

    private Told told(Supplier<InvoiceRequest> request) {
        try {
            return new Told(request.get().draft(terms), null);
        } catch (RuleBroken refusal) {
            return new Told(null, refusal);
        }
    }
}
