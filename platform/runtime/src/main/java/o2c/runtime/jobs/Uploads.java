package o2c.runtime.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.runtime.access.Caller;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.work.Work;

/** Takes uploads in, piece by piece, each in a short transaction; the job starts when the whole is stored. */
@ApplicationScoped
class Uploads {

    private static final int PIECE = 1024 * 1024;
    private static final Set<String> LINE_BY_LINE = Set.of("text/csv", "application/x-ndjson");

    private final JobStore store;
    private final Work work;
    private final Caller caller;
    private final RequestFacts request;
    private final AuditTrail audit;

    Uploads(JobStore store, Work work, Caller caller, RequestFacts request, AuditTrail audit) {
        this.store = store;
        this.work = work;
        this.caller = caller;
        this.request = request;
        this.audit = audit;
    }

    UUID store(String kind, String mediaType, InputStream upload, String parameters) {
        String key = request.idempotencyKey()
                .orElseThrow(() -> new HttpRefusal(
                        400, "idempotency-key-missing", "this operation needs the header Idempotency-Key"));
        JobStore.Origin origin = new JobStore.Origin(caller.client(), request.route(), key);
        String type = mediaType == null ? "" : mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        UUID id = Ids.next();
        Optional<JobState> before = work.in(caller.tenant(), () -> begin(id, kind, origin, type, parameters));
        return before.map(this::again).orElseGet(() -> receive(id, type, upload));
    }

    /** Stores the job's row, unless its key has one; what broke off while it was received makes room. */
    private Optional<JobState> begin(UUID id, String kind, JobStore.Origin origin, String type, String parameters) {
        Optional<JobState> before = store.findByKey(origin);
        if (before.isPresent() && !before.get().received() && !before.get().leased()) {
            store.remove(before.get().id());
            before = Optional.empty();
        }
        if (before.isEmpty() && !store.add(id, kind, origin, type, parameters, false)) {
            throw inUse();
        }
        return before;
    }

    private UUID again(JobState before) {
        if (!before.received()) {
            throw inUse();
        }
        if (!request.hash().equals(before.hash())) {
            throw new HttpRefusal(422, "idempotency-key-reused", "this key was used for another request");
        }
        request.answerWith("Idempotent-Replayed", "true");
        return before.id();
    }

    private UUID receive(UUID id, String type, InputStream upload) {
        String tenant = caller.tenant();
        try {
            LineCount lines = new LineCount(type.equals("text/csv"));
            int number = 0;
            for (byte[] piece = upload.readNBytes(PIECE); piece.length > 0; piece = upload.readNBytes(PIECE)) {
                byte[] bytes = piece;
                int next = number++;
                lines.add(bytes);
                work.run(tenant, () -> store.addInput(id, next, bytes));
            }
            if (number == 0) {
                throw new HttpRefusal(400, "body-missing", "this operation needs a body").at("");
            }
            Long total = LINE_BY_LINE.contains(type) ? lines.total() : null;
            String hash = request.hash();
            work.run(tenant, () -> {
                store.received(id, hash, total);
                audit.record(request.route(), id.toString(), Map.of("mediaType", type, "hash", hash));
            });
            return id;
        } catch (IOException | RuntimeException broken) {
            work.run(tenant, () -> store.remove(id));
            if (broken instanceof RuntimeException refused) {
                throw refused;
            }
            throw new UncheckedIOException((IOException) broken);
        }
    }

    private static HttpRefusal inUse() {
        return new HttpRefusal(409, "idempotency-key-in-use", "its first request is running").retryAfter(2);
    }

    /** Counts lines that are not blank, while they pass by. */
    private static final class LineCount {

        private long count;
        private boolean inLine;

        LineCount(boolean hasHeader) {
            count = hasHeader ? -1 : 0;
        }

        void add(byte[] bytes) {
            for (byte b : bytes) {
                if (b == '\n') {
                    inLine = false;
                } else if (!inLine && b != ' ' && b != '\r' && b != '\t') {
                    inLine = true;
                    count++;
                }
            }
        }

        long total() {
            return Math.max(0, count);
        }
    }
}
