package o2c.invoice.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import o2c.invoice.payments.PaymentIntake;
import o2c.kernel.RuleBroken;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobLines;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.jobs.Line;
import o2c.runtime.jobs.Rejection;

/** Books a file of receipts, a hundred lines per transaction, each accepted or refused on its own. */
@ApplicationScoped
class PaymentImport implements JobKind {

    static final String KIND = "payment-import";

    private static final int AT_ONCE = 100;

    private final PaymentIntake intake;

    PaymentImport(PaymentIntake intake) {
        this.intake = intake;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        try (JobLines lines = run.lines()) {
            UnaryOperator<String> toJson = InvoiceImport.NDJSON.equals(run.mediaType())
                    ? UnaryOperator.identity()
                    : CsvPayments.of(lines.header())::json;
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                List<Line> batch = some;
                run.inBatch(() -> run.commit(batch.size(), book(batch, toJson)));
                some = lines.next(AT_ONCE);
            }
        }
    }

    /** A refusal is thrown before anything of its line is stored, so the other lines go on. */
    private List<Rejection> book(List<Line> lines, UnaryOperator<String> toJson) {
        List<Rejection> rejections = new ArrayList<>();
        for (Line line : lines) {
            try {
                intake.book(toJson.apply(readable(line)));
            } catch (RuleBroken broken) {
                String place = broken.pointer() == null ? "" : broken.pointer() + ": ";
                rejections.add(line.rejected(broken.code(), place + broken.getMessage()));
            }
        }
        return rejections;
    }

    private static String readable(Line line) {
        if (line.fault() != null) {
            throw RuleBroken.invalid(line.fault(), "the line is too long, or no UTF-8 text");
        }
        return line.text();
    }
}
