package o2c.suite;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What was asked on the command line.
 *
 * @param background return when ready, and let the suite run on
 * @param fresh begin with an empty data folder
 * @param clock the sandbox tenants' first business date, or null for today
 * @param data the data folder
 * @param firstPort the port of invoice-service; the other services take the three that follow
 * @param detached this is the process that runs on in the background
 */
record Options(boolean background, boolean fresh, LocalDate clock, Path data, int firstPort, boolean detached) {

    static final int FIRST_PORT = 8081;

    static final String USAGE = """
            deploy/up [--background] [--fresh] [--clock DAY] [--data DIR] [--port N]

              --background  return when the suite is ready; deploy/down stops it
              --fresh       throw away the data folder first
              --clock DAY   first business date of the sandbox tenants, such as 2012-01-01 (default: today)
              --data DIR    data folder (default: .o2c in the repository)
              --port N      port of invoice-service; the other services take the next three (default: 8081)
            """;

    static Options parse(Path root, String... args) {
        boolean background = false;
        boolean fresh = false;
        boolean detached = false;
        LocalDate clock = null;
        Path data = root.resolve(".o2c");
        int port = FIRST_PORT;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--background" -> background = true;
                case "--fresh" -> fresh = true;
                case "--detached" -> detached = true;
                case "--clock" -> clock = day(valueOf(args, i++));
                case "--data" -> data = Path.of(valueOf(args, i++));
                case "--port" -> port = port(valueOf(args, i++));
                default -> throw new Refused("Unknown option " + args[i] + "; deploy/up --help lists the options.");
            }
        }
        return new Options(background, fresh, clock, data.toAbsolutePath().normalize(), port, detached);
    }

    private static String valueOf(String[] args, int option) {
        if (option + 1 >= args.length) {
            throw new Refused("Option " + args[option] + " needs a value.");
        }
        return args[option + 1];
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused("--clock needs a day such as 2012-01-01, not \"" + text + "\".");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1024 && port <= 65000) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw new Refused("--port needs a number from 1024 to 65000, not \"" + text + "\".");
    }
}
