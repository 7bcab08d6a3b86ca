package o2c.suite.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Tries a call again while the service is away or asks for it ({@code Retry-After} on 409, 422 and 429; 502, 503, 504),
 * for a bounded time. Only calls that may be repeated are made through it: reads, puts, and posts with a key.
 */
public final class Patience {

    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Set<Integer> NOT_NOW = Set.of(409, 422, 429);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Duration total;
    private final BooleanSupplier givingUp;

    /** {@code givingUp} ends the waiting early, as when the person at the terminal wants to stop. */
    public Patience(Duration total, BooleanSupplier givingUp) {
        this.total = total;
        this.givingUp = givingUp;
    }

    /** Two minutes per call. */
    public static Patience usual() {
        return new Patience(USUAL, () -> false);
    }

    /** A call that may fail on the way. */
    interface Attempt {
        Answer make() throws IOException;
    }

    Answer until(String asked, Attempt attempt) {
        long end = System.nanoTime() + total.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            try {
                Answer answer = attempt.make();
                if (isFinal(answer)) {
                    return answer;
                }
                trouble = answer.status() + " " + answer.code();
            } catch (IOException away) {
                trouble = away.getClass().getSimpleName();
            }
            if (givingUp.getAsBoolean()) {
                throw new CannotGoOn("Stopped while waiting for " + asked + ".");
            }
            if (System.nanoTime() + pause > end) {
                throw new CannotGoOn(
                        asked + " had no answer for " + total.toSeconds() + " s (" + trouble.strip() + ").");
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private static boolean isFinal(Answer answer) {
        boolean notNow = NOT_NOW.contains(answer.status())
                && answer.header("Retry-After").isPresent();
        return !notNow && !AWAY.contains(answer.status());
    }
}
