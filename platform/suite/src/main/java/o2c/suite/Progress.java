package o2c.suite;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Tells on the terminal how far the start is, one line per part with the seconds since the beginning. */
final class Progress {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Runs the work beside the caller and tells when it is done. */
    <T> CompletableFuture<T> during(String part, Supplier<T> work, String address) {
        return CompletableFuture.supplyAsync(() -> {
            T made = work.get();
            ready(part, address);
            return made;
        });
    }

    synchronized void ready(String part, String address) {
        out.printf(Locale.ROOT, "  %5.1f s  %-21s ready  %s%n", seconds(), part, address);
    }

    /** Something that happened later on, with the time of day. */
    synchronized void tell(String sentence) {
        out.println(LocalTime.now().format(TIME) + "  " + sentence);
    }

    synchronized void print(String text) {
        out.print(text);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
