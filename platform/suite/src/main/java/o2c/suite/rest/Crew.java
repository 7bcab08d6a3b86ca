package o2c.suite.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A few threads that do pieces of work beside each other. */
public final class Crew implements AutoCloseable {

    private final ExecutorService threads;

    public Crew(int size) {
        threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "crew");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The result for each piece, in their order; waits for all, then throws the first failure. */
    public <T, R> List<R> each(Collection<T> pieces, Function<T, R> work) {
        List<Future<R>> running = new ArrayList<>(pieces.size());
        pieces.forEach(piece -> running.add(threads.submit(() -> work.apply(piece))));
        List<R> results = new ArrayList<>(running.size());
        RuntimeException failure = null;
        for (Future<R> one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                failure = failure == null ? unwrapped(e) : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotGoOn("Interrupted.");
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
