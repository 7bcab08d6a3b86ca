package o2c.suite.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the figures were measured on, as far as the machine tells. */
public final class Machine {

    private Machine() {}

    static String text() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s memory, %s %s, Java %s, load before %.2f",
                first("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                first("/proc/meminfo", "MemTotal").orElse("unknown"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Resident memory of a process in MiB, files that it has mapped included. */
    static Optional<Double> residentMib(long pid) {
        return mib(pid, "VmRSS");
    }

    /** What of it belongs to the process alone: without mapped files such as libraries and class archives. */
    static Optional<Double> ownMib(long pid) {
        return mib(pid, "RssAnon");
    }

    /** Processor time a process has used so far, in milliseconds; 0 where the machine does not tell. */
    public static double cpuMillis(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toNanos() / 1e6)
                .orElse(0.0);
    }

    private static Optional<Double> mib(long pid, String figure) {
        return first("/proc/" + pid + "/status", figure)
                .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")) / 1024.0);
    }

    private static Optional<String> first(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }
}
