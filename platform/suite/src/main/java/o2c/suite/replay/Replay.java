package o2c.suite.replay;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import o2c.suite.rest.Arguments;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Crew;
import o2c.suite.rest.Patience;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;
import sun.misc.Signal;

/**
 * {@code deploy/replay}: plays a receivables ledger through the running suite, day by day, and tells what it came to.
 * It uses a sandbox tenant, demo unless told, whose clock it sets to the day before the first invoice.
 */
public final class Replay {

    private static final String USAGE = """
            deploy/replay FILE.csv [--mapping FILE] [--until DAY] [--tenant demo|other] [--data DIR] [--report FILE]

              Plays a ledger of invoices (CSV in UTF-8 with a header) through the running suite: registers its customers
              with limits and a policy, then issues, disputes and pays day by day, and prints a report. Ctrl-C stops it;
              the same command goes on where it was.

              --mapping FILE  names the ledger's columns, see below; what it leaves out is as built in
              --until DAY     last day to play (default: the day of the last settlement)
              --tenant NAME   whose books to fill; they must be empty at the beginning (default: demo)
              --data DIR      data folder of the suite (default: .o2c in the repository)
              --report FILE   where the report goes as JSON (default: report.json beside the position, in replay/)

            The built-in mapping:

            """;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int INTERRUPTED = 130;

    private static final String USUAL_TENANT = "demo";

    private final Path data;
    private final String tenant;
    private final PrintStream out;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private boolean inPlace;

    Replay(Path data, String tenant, PrintStream out) {
        this.data = data;
        this.tenant = tenant;
        this.out = out;
    }

    public static void main(String[] line) {
        System.exit(run(line));
    }

    private static int run(String... line) {
        try {
            if (List.of(line).contains("--help")) {
                System.out.print(USAGE + Mapping.builtInText());
                return 0;
            }
            Arguments told = Arguments.of(
                    "deploy/replay", Set.of("--mapping", "--until", "--tenant", "--data", "--report"), line);
            if (told.words().size() != 1) {
                throw new CannotGoOn("Name one ledger file: deploy/replay FILE.csv; --help tells more.");
            }
            Replay replay = new Replay(told.data(), told.value("--tenant").orElse(USUAL_TENANT), System.out);
            replay.inPlace = System.console() != null;
            return replay.untilDone(told);
        } catch (CannotGoOn stopped) {
            System.err.println(stopped.getMessage());
            return 2;
        }
    }

    private int untilDone(Arguments told) {
        String mapping =
                told.value("--mapping").map(Path::of).map(Mapping::textOf).orElse("{}");
        Path report = told.value("--report").map(Path::of).orElse(folder().resolve("report.json"));
        LocalDate until = told.value("--until").map(Replay::day).orElse(null);
        Signal.handle(new Signal("INT"), signal -> stopping.set(true));
        Signal.handle(new Signal("TERM"), signal -> stopping.set(true));
        try {
            Optional<Report> result = play(Path.of(told.words().get(0)), mapping, until);
            result.ifPresent(done -> {
                out.print(done.text());
                done.write(report);
                out.println("  as JSON in " + report);
            });
            return result.map(done -> done.consistency().differences().isEmpty() ? 0 : 1)
                    .orElseGet(this::stopped);
        } catch (CannotGoOn trouble) {
            if (stopping.get()) {
                return stopped();
            }
            throw new CannotGoOn(trouble.getMessage() + goesOn());
        }
    }

    private String goesOn() {
        return Position.in(folder())
                .map(position -> " The replay stands on " + position.day() + "; the same command goes on.")
                .orElse("");
    }

    private int stopped() {
        out.println();
        out.println("Stopped." + goesOn());
        return INTERRUPTED;
    }

    /** Plays the ledger from wherever it is, and reads the figures back; nothing when it was told to stop. */
    Optional<Report> play(Path file, String mappingText, LocalDate until) {
        Mapping mapping = Mapping.parse(mappingText);
        byte[] bytes = Ledger.bytesOf(file);
        History history = new History(Ledger.read(bytes, mapping).lines(), until);
        RunningSuite suite = RunningSuite.on(data);
        Rest rest = Rest.as(suite, tenant + "-admin", patience());
        Clock clock = new Clock(rest, tenant, stopping::get);
        String hash = hash(bytes, mapping.toString());
        Position position = begin(file, hash, history, clock);
        Acts acts = new Acts(rest, approver(suite, rest), mapping, "replay-" + hash.substring(0, 16) + "-");
        ProgressLine progress =
                new ProgressLine(out, inPlace, history, position.day().plusDays(1));
        Position end =
                new Player(history, acts, clock, progress, stopping::get, new Player.Start(folder(), position)).play();
        if (stopping.get()) {
            progress.end();
            return Optional.empty();
        }
        clock.awaitRest();
        return Optional.of(report(file, history, rest, mapping.currency(), end));
    }

    /** Where this tenant's position and report are kept. */
    private Path folder() {
        return tenant.equals(USUAL_TENANT)
                ? data.resolve("replay")
                : data.resolve("replay").resolve(tenant);
    }

    /** Limits above the threshold want a second pair of eyes. */
    private Rest approver(RunningSuite suite, Rest rest) {
        String token = tenant + "-approver";
        return suite.hasToken(token) ? Rest.as(suite, token, patience()) : rest;
    }

    private Patience patience() {
        return new Patience(PATIENCE, stopping::get);
    }

    private Position begin(Path file, String hash, History history, Clock clock) {
        LocalDate dayBefore = history.firstDay().minusDays(1);
        Optional<Position> stored = Position.in(folder());
        if (stored.isEmpty()) {
            clock.set(dayBefore);
            Position first = new Position(file.getFileName().toString(), hash, false, dayBefore, History.Step.LAST, 0);
            first.store(folder());
            return first;
        }
        Position position = stored.get();
        if (!position.hash().equals(hash)) {
            throw new CannotGoOn("This suite holds a replay of " + position.file()
                    + " with another content or mapping; deploy/up --fresh begins with an empty one.");
        }
        LocalDate today = clock.today();
        if (today.isBefore(position.day()) || today.isAfter(position.day().plusDays(1))) {
            throw new CannotGoOn("The replay stands on " + position.day() + " but the clock of tenant " + tenant
                    + " on " + today + "; deploy/up --fresh begins anew.");
        }
        out.println("Going on from " + position.day() + ".");
        return position;
    }

    private Report report(Path file, History history, Rest rest, String currency, Position end) {
        out.println("Reading the figures back …");
        try (Crew crew = new Crew(4)) {
            Figures figures = new Figures(rest, crew, history, currency);
            Figures.daysOf(history.firstDay(), history.lastDay()).forEach(figures::read);
            return new Report(
                    file.getFileName().toString(),
                    history.firstDay(),
                    history.lastDay(),
                    history.lines().size(),
                    figures.customers(),
                    currency,
                    Counts.of(rest),
                    figures.monthEnds(),
                    figures.consistency(),
                    BigDecimal.valueOf(end.millis(), 3));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CannotGoOn("--until needs a day such as 2012-12-31, not \"" + text + "\".");
        }
    }

    private static String hash(byte[] file, String mapping) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file);
            digest.update(mapping.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
