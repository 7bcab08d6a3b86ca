package o2c.suite.bench.hot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import o2c.contracts.Publisher;
import o2c.suite.rest.RunningSuite;

/** Lets one service run alone: the others are stopped in their tracks, and go on afterwards. */
final class Alone implements AutoCloseable {

    private final List<Long> stopped = new ArrayList<>();
    private final Thread release = new Thread(this::goOn);

    Alone(RunningSuite suite, Publisher service) {
        Runtime.getRuntime().addShutdownHook(release);
        for (Publisher other : Publisher.values()) {
            if (other != service) {
                suite.pid(other).filter(pid -> signal("-STOP", pid)).ifPresent(stopped::add);
            }
        }
    }

    /** Whether the machine let us stop them. */
    boolean isAlone() {
        return stopped.size() == Publisher.values().length - 1;
    }

    @Override
    public void close() {
        goOn();
        Runtime.getRuntime().removeShutdownHook(release);
    }

    private void goOn() {
        stopped.forEach(pid -> signal("-CONT", pid));
        stopped.clear();
    }

    private static boolean signal(String name, long pid) {
        try {
            return new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
