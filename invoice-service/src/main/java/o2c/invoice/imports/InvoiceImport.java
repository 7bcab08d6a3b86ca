package o2c.invoice.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import o2c.invoice.receivables.InvoiceReader;
import o2c.invoice.receivables.InvoiceReader.Told;
import o2c.invoice.receivables.Outcome;
import o2c.invoice.receivables.Receivables;
import o2c.invoice.terms.TermsBook;
import o2c.kernel.RuleBroken;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobLines;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.jobs.Line;
import o2c.runtime.jobs.Rejection;

/** Enters a file of invoices in the books, a thousand lines per transaction, in bounded memory. */
@ApplicationScoped
class InvoiceImport implements JobKind {

    static final String KIND = "invoice-import";
    static final String NDJSON = "application/x-ndjson";

    private static final int AT_ONCE = 1000;

    private final Receivables receivables;
    private final InvoiceReader reader;
    private final TermsBook terms;

    InvoiceImport(Receivables receivables, InvoiceReader reader, TermsBook terms) {
        this.receivables = receivables;
        this.reader = reader;
        this.terms = terms;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        try (JobLines lines = run.lines()) {
            Function<String, Told> reading =
                    NDJSON.equals(run.mediaType()) ? reader::read : CsvInvoices.of(lines.header(), terms)::read;
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                List<Line> batch = some;
                run.inBatch(() -> run.commit(batch.size(), book(batch, reading)));
                some = lines.next(AT_ONCE);
            }
        }
    }

    private List<Rejection> book(List<Line> lines, Function<String, Told> reading) {
        List<Told> told = lines.stream()
                .map(line -> line.fault() == null ? reading.apply(line.text()) : unreadable(line))
                .toList();
        Iterator<Outcome> outcomes = receivables
                .issue(told.stream().filter(Told::isReadable).map(Told::draft).toList())
                .iterator();
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Optional<RuleBroken> why = told.get(i).isReadable()
                    ? refusal(outcomes.next())
                    : Optional.of(told.get(i).refusal());
            why.ifPresent(broken -> rejections.add(line.rejected(broken.code(), detail(broken))));
        }
        return rejections;
    }

    private static Told unreadable(Line line) {
        return new Told(null, RuleBroken.invalid(line.fault(), "the line is too long, or no UTF-8 text"));
    }

    private static Optional<RuleBroken> refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /** The field comes first, as a reader of the list looks for it. */
    private static String detail(RuleBroken broken) {
        return broken.pointer() == null ? broken.getMessage() : broken.pointer() + ": " + broken.getMessage();
    }
}
