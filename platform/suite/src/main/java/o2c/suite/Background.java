package o2c.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code deploy/up --background}: starts a process that keeps the suite running, and shows its progress. */
final class Background {

    private Background() {}

    static int start(Options options) {
        Path log = options.data().resolve("logs/suite.log");
        try {
            DataFolder.take(options.data()).close();
            Files.deleteIfExists(log);
            Files.deleteIfExists(options.data().resolve("run/suite.ready"));
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command(options))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread stopIt = new Thread(process::destroy, "stop-with-us");
            Runtime.getRuntime().addShutdownHook(stopIt);
            boolean ready = show(log, options.data().resolve("run/suite.ready"), process);
            if (ready) {
                Runtime.getRuntime().removeShutdownHook(stopIt);
                System.out.println("It runs on in the background; deploy/down stops it.");
                return 0;
            }
            return process.exitValue() == 0 ? 1 : process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<String> command(Options options) {
        List<String> command = new ArrayList<>(List.of("nohup", Up.java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName(), "--detached"));
        command.addAll(List.of("--data", options.data().toString(), "--port", String.valueOf(options.firstPort())));
        if (options.fresh()) {
            command.add("--fresh");
        }
        if (options.clock() != null) {
            command.addAll(List.of("--clock", options.clock().toString()));
        }
        return command;
    }

    /** Copies what the process says to the terminal; true when it is ready, false when it ended. */
    private static boolean show(Path log, Path readyFile, Process process) throws IOException, InterruptedException {
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            boolean ready = false;
            boolean ended = false;
            while (true) {
                byte[] news = new byte[(int) (said.length() - said.getFilePointer())];
                said.readFully(news);
                System.out.print(new String(news, StandardCharsets.UTF_8));
                System.out.flush();
                if (ready || ended) {
                    return ready;
                }
                ended = !process.isAlive();
                ready = Files.exists(readyFile) && !ended;
                Thread.sleep(ready ? 200 : 50);
            }
        }
    }
}
