package o2c.runtime.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.runtime.access.Caller;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Work;

/** Starts long work, which then goes on by itself, over restarts and crashes, and tells how far it is. */
@ApplicationScoped
public class Jobs {

    private final JobStore store;
    private final JobWorkers workers;
    private final Uploads uploads;
    private final Work work;

    @Inject
    Caller caller;

    @Inject
    RequestFacts request;

    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transaction;

    Jobs(
            JobStore store,
            JobWorkers workers,
            Uploads uploads,
            Work work,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.workers = workers;
        this.uploads = uploads;
        this.work = work;
        this.json = json;
        this.transaction = transaction;
    }

    /** Starts a job in the running transaction; it runs once that has committed. */
    public UUID start(String kind, Object parameters) {
        UUID id = Ids.next();
        known(kind);
        store.add(id, kind, new JobStore.Origin(client(), request.route(), null), null, text(parameters), true);
        Unit.current().beginsWork();
        transaction.registerInterposedSynchronization(new AfterCommit(workers::wake));
        return id;
    }

    /**
     * Stores an upload while it is read, then starts its job; outside any transaction. The request's idempotency key
     * belongs to the job: the same key with the same bytes gives the same job.
     *
     * @param mediaType of the upload; {@code text/csv} has a header line
     */
    public UUID start(String kind, String mediaType, InputStream upload) {
        return start(kind, mediaType, upload, null);
    }

    /** The same, with parameters beside the upload. */
    public UUID start(String kind, String mediaType, InputStream upload, Object parameters) {
        known(kind);
        UUID id = uploads.store(kind, mediaType, upload, text(parameters));
        workers.wake();
        return id;
    }

    /** How many jobs of the tenant run or wait. */
    public long open(String tenant) {
        return work.reading(tenant, store::open);
    }

    private void known(String kind) {
        if (!workers.knows(kind)) {
            throw new IllegalArgumentException("no bean does jobs of kind " + kind);
        }
    }

    private String client() {
        return caller.isKnown() ? caller.client() : "";
    }

    private String text(Object parameters) {
        try {
            return parameters == null ? null : json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record AfterCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing is left to write
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
