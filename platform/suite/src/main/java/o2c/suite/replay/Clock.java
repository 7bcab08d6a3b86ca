package o2c.suite.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import o2c.contracts.Publisher;
import o2c.suite.rest.Answer;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Rest;

/** The test clock of the tenant that is played. */
final class Clock {

    private static final String PATH = "/v1/test-clock";
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Rest rest;
    private final String tenant;
    private final BooleanSupplier stopping;

    Clock(Rest rest, String tenant, BooleanSupplier stopping) {
        this.rest = rest;
        this.tenant = tenant;
        this.stopping = stopping;
    }

    LocalDate today() {
        return LocalDate.parse(
                rest.get(Publisher.INVOICE, PATH).expect(200).path("date").asText());
    }

    /** Puts the clock of an unused tenant on a day. */
    void set(LocalDate day) {
        Answer answer = rest.post(Publisher.INVOICE, PATH, Map.of("setTo", day));
        if (answer.code().equals("test-clock-in-use")) {
            throw new CannotGoOn("Tenant " + tenant + " is in use already, so that its clock cannot be set to " + day
                    + "; deploy/up --fresh begins with an empty one.");
        }
        answer.expect(200, 201, 202);
    }

    /** Opens the days up to this one, and returns when all four services have come to rest on it. */
    void advance(LocalDate day) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer accepted = rest.post(Publisher.INVOICE, PATH, Map.of("advanceTo", day));
        while (accepted.code().equals("clock-is-moving") && System.nanoTime() < end) {
            pause();
            accepted = rest.post(Publisher.INVOICE, PATH, Map.of("advanceTo", day));
        }
        accepted.expect(202);
        String job = accepted.header("Location")
                .orElseThrow(() -> new CannotGoOn("The test clock did not say which job moves it."));
        await(job.substring(job.indexOf("/v1/")), day, end);
    }

    /** Returns when nothing is under way any more, derivations included. */
    void awaitRest() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!rest.get(Publisher.INVOICE, PATH).expect(200).path("settled").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new CannotGoOn("The suite has not come to rest within " + PATIENCE.toMinutes() + " minutes.");
            }
            pause();
        }
    }

    private void await(String job, LocalDate day, long end) {
        String status = "running";
        while (status.equals("running")) {
            status = rest.get(Publisher.INVOICE, job + "?wait=10")
                    .expect(200)
                    .path("status")
                    .asText();
            if (status.equals("running")) {
                if (System.nanoTime() > end) {
                    throw new CannotGoOn("The day " + day + " has not opened within " + PATIENCE.toMinutes()
                            + " minutes; GET /v1/backlog of each service tells what waits.");
                }
                checkStopping();
            }
        }
        if (!status.equals("completed")) {
            throw new CannotGoOn("The day " + day + " could not be opened: its job is " + status + ".");
        }
    }

    private void pause() {
        checkStopping();
        LockSupport.parkNanos(LOOK_AGAIN);
    }

    private void checkStopping() {
        if (stopping.getAsBoolean()) {
            throw new CannotGoOn("Stopped while a day was opening.");
        }
    }
}
