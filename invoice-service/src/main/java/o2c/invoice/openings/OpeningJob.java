package o2c.invoice.openings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import o2c.invoice.books.StrictLines;
import o2c.invoice.openings.OpeningLines.Heading;
import o2c.invoice.openings.OpeningLines.Item;
import o2c.invoice.openings.domain.ControlTotals;
import o2c.invoice.receivables.Outcome;
import o2c.invoice.receivables.Receivables;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobLines;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.jobs.Line;
import o2c.runtime.jobs.Rejection;

/**
 * Takes open items over from a former ledger: reads the file once to add it up, and only when every line can be read
 * and every total is met once more to book it, in bounded memory.
 */
@ApplicationScoped
class OpeningJob implements JobKind {

    static final String KIND = "opening";

    private static final int AT_ONCE = 1000;
    private static final int LONGEST_HEADING = 64 * 1024;

    private final StrictLines reader;
    private final Receivables receivables;
    private final Openings openings;

    OpeningJob(StrictLines reader, Receivables receivables, Openings openings) {
        this.reader = reader;
        this.receivables = receivables;
        this.openings = openings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Heading heading = reader.read(firstLine(run), Heading.class);
        boolean fresh = run.position() == 0;
        if (fresh) {
            addUp(run, heading);
            run.inBatch(() -> openings.begin(run.id(), heading));
        }
        try (JobLines lines = run.lines()) {
            if (fresh) {
                lines.next();
            }
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                List<Line> batch = some;
                run.inBatch(() -> run.commit(batch.size(), book(batch, heading)));
                some = lines.next(AT_ONCE);
            }
        }
    }

    private void addUp(JobRun run, Heading heading) {
        ControlTotals totals = new ControlTotals(heading.controlTotals());
        try (JobLines lines = run.lines()) {
            lines.next();
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                run.check();
                some.forEach(line -> totals.add(item(line, heading)));
                some = lines.next(AT_ONCE);
            }
        }
        totals.check();
    }

    /** What is open of an item that can be booked as it stands. */
    private Money item(Line line, Heading heading) {
        try {
            if (line.fault() != null) {
                throw RuleBroken.invalid(line.fault(), "the line is too long, or no UTF-8 text");
            }
            return reader.read(line.text(), Item.class).draft(heading).content().owed();
        } catch (RuleBroken wrong) {
            throw RuleBroken.refused("opening-line-refused", "line " + line.number() + ": " + detail(wrong));
        }
    }

    private List<Rejection> book(List<Line> lines, Heading heading) {
        List<InvoiceDraft> drafts = lines.stream()
                .map(line -> reader.read(line.text(), Item.class).draft(heading))
                .toList();
        List<Outcome> outcomes = receivables.issue(drafts);
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused refused) {
                rejections.add(lines.get(i).rejected(refused.reason().code(), detail(refused.reason())));
            }
        }
        return rejections;
    }

    private static String detail(RuleBroken broken) {
        return broken.code() + (broken.pointer() == null ? "" : " at " + broken.pointer()) + ", " + broken.getMessage();
    }

    /** The heading, also when the run goes on in the middle of the file. */
    private static String firstLine(JobRun run) {
        try (InputStream input = run.input()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
                if (line.size() == LONGEST_HEADING) {
                    throw RuleBroken.refused("opening-heading-missing", "the first line says what is taken over");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
