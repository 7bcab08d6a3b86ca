package o2c.suite.bench.hot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import o2c.suite.bench.Percentiles;
import o2c.suite.rest.CannotGoOn;

/** Keeps some clients busy: warms up, then measures. */
record Load(int clients, int warmUpSeconds, int seconds) {

    /** One client's way of doing the n-th thing; true when it went well. */
    interface Client extends AutoCloseable {
        boolean act(int number) throws Exception;
    }

    /** Makes a client with a connection of its own. */
    interface Clients {
        Client open() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param failed calls that did not go well, warm-up included
     * @param cpuMillis processor time of the process looked at, per call
     */
    record Rate(double perSecond, Percentiles times, long failed, double cpuMillis) {}

    Rate run(Clients opener, DoubleSupplier cpu) {
        AtomicInteger numbers = new AtomicInteger();
        AtomicLong failed = new AtomicLong();
        long begin = System.nanoTime();
        long measureFrom = begin + TimeUnit.SECONDS.toNanos(warmUpSeconds);
        long end = measureFrom + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService crew = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Long>>> works = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                works.add(crew.submit(() -> work(opener, numbers, failed, new long[] {measureFrom, end})));
            }
            TimeUnit.NANOSECONDS.sleep(measureFrom - System.nanoTime());
            double before = cpu.getAsDouble();
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> work : works) {
                times.addAll(work.get());
            }
            double used = cpu.getAsDouble() - before;
            return new Rate(
                    times.size() / (double) seconds,
                    Percentiles.of(times),
                    failed.get(),
                    times.isEmpty() ? 0 : used / times.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted.");
        } catch (ExecutionException e) {
            throw new CannotGoOn("A client broke off: " + e.getCause() + ".");
        } finally {
            crew.shutdownNow();
        }
    }

    private static List<Long> work(Clients opener, AtomicInteger numbers, AtomicLong failed, long[] window)
            throws Exception {
        List<Long> times = new ArrayList<>();
        try (Client client = opener.open()) {
            for (long now = System.nanoTime(); now < window[1]; ) {
                boolean well = client.act(numbers.getAndIncrement());
                long then = System.nanoTime();
                if (!well) {
                    failed.incrementAndGet();
                } else if (now >= window[0]) {
                    times.add(then - now);
                }
                now = then;
            }
        }
        return times;
    }
}
