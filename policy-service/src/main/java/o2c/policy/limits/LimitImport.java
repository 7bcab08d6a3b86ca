package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers;
import o2c.policy.buyers.Buyers.Subject;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitFileLine;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobLines;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.jobs.Line;
import o2c.runtime.jobs.Rejection;

/** Takes over an insurer's file of limits, line by line. */
@ApplicationScoped
class LimitImport implements JobKind {

    static final String KIND = "limit-import";

    private static final int AT_ONCE = 200;

    private final Limits limits;
    private final Buyers buyers;

    LimitImport(Limits limits, Buyers buyers) {
        this.limits = limits;
        this.buyers = buyers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        try (JobLines lines = run.lines()) {
            List<String> columns = LimitFileLine.columns(lines.header());
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                List<Line> batch = some;
                run.inBatch(() -> run.commit(batch.size(), takeOver(columns, batch)));
                some = lines.next(AT_ONCE);
            }
        }
    }

    private List<Rejection> takeOver(List<String> columns, List<Line> lines) {
        List<Rejection> rejections = new ArrayList<>();
        for (Line line : lines) {
            refusal(columns, line).ifPresent(broken -> rejections.add(line.rejected(broken.code(), detail(broken))));
        }
        return rejections;
    }

    /** What is wrong with a line is found before anything of it is written. */
    private Optional<RuleBroken> refusal(List<String> columns, Line line) {
        try {
            if (line.fault() != null) {
                throw RuleBroken.invalid(line.fault(), "the line is too long, or no UTF-8 text");
            }
            LimitFileLine read = LimitFileLine.read(columns, line.text());
            Subject subject = buyers.subject(read.text("customerId"), read.text("buyerId"));
            limits.takeOver(
                    new Limit(
                            Ids.next(),
                            read.present("policyId"),
                            subject.customerId(),
                            read.kind(),
                            read.percentage(),
                            read.amount(),
                            Optional.ofNullable(read.day("effectiveFrom"))
                                    .orElseThrow(() -> RuleBroken.invalid("not-null", "effectiveFrom is empty")),
                            read.day("effectiveTo"),
                            List.of(),
                            subject.buyerId(),
                            null),
                    read.decision());
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(broken);
        }
    }

    private static String detail(RuleBroken broken) {
        return broken.pointer() == null ? broken.getMessage() : broken.pointer() + ": " + broken.getMessage();
    }
}
