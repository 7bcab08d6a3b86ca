package o2c.invoice.credits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.invoice.books.StrictLines;
import o2c.invoice.credits.CreditNoteResource.Credit;
import o2c.invoice.credits.domain.CreditNote;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.RuleBroken;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobLines;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.jobs.Line;
import o2c.runtime.jobs.Rejection;

/** Enters a file of credit notes in the books, some hundred lines per transaction, in bounded memory. */
@ApplicationScoped
class CreditNoteImport implements JobKind {

    static final String KIND = "credit-note-import";

    private static final int AT_ONCE = 200;

    private final CreditNotes creditNotes;
    private final CreditNoteStore store;
    private final SellerRegister sellers;
    private final StrictLines reader;

    CreditNoteImport(CreditNotes creditNotes, CreditNoteStore store, SellerRegister sellers, StrictLines reader) {
        this.creditNotes = creditNotes;
        this.store = store;
        this.sellers = sellers;
        this.reader = reader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        try (JobLines lines = run.lines()) {
            List<Line> some = lines.next(AT_ONCE);
            while (!some.isEmpty()) {
                List<Line> batch = some;
                run.inBatch(() -> run.commit(batch.size(), book(batch)));
                some = lines.next(AT_ONCE);
            }
        }
    }

    private List<Rejection> book(List<Line> lines) {
        List<Rejection> rejections = new ArrayList<>();
        for (Line line : lines) {
            refusal(line).ifPresent(broken -> rejections.add(line.rejected(broken.code(), detail(broken))));
        }
        return rejections;
    }

    /** Books one line, or tells why not: every refusal comes before anything is written. */
    private Optional<RuleBroken> refusal(Line line) {
        try {
            if (line.fault() != null) {
                throw RuleBroken.invalid(line.fault(), "the line is too long, or no UTF-8 text");
            }
            Credit credit = reader.read(line.text(), Credit.class);
            CreditNote note = credit.note(sellers.meant(credit.sellerId()));
            if (!isStored(note)) {
                creditNotes.issue(note, credit.told(), credit.named());
            }
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(broken);
        }
    }

    /** The same credit note told again changes nothing. */
    private boolean isStored(CreditNote note) {
        return store.byNumber(note.sellerId(), note.number())
                .map(CreditNoteStore.Kept::note)
                .filter(note::isToldAgainBy)
                .isPresent();
    }

    private static String detail(RuleBroken broken) {
        return broken.pointer() == null ? broken.getMessage() : broken.pointer() + ": " + broken.getMessage();
    }
}
