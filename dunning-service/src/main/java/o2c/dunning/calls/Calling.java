package o2c.dunning.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.CallLogged;
import o2c.dunning.calls.domain.CallOutcome;
import o2c.dunning.calls.domain.WhatFollows;
import o2c.dunning.cases.Pauses;
import o2c.dunning.cases.domain.Pause;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Notes what came of calls, and does what follows. */
@ApplicationScoped
class Calling {

    private final CallLog log;
    private final CallEffects effects;
    private final Pauses pauses;
    private final Outbox outbox;
    private final Tenancy tenancy;

    Calling(CallLog log, CallEffects effects, Pauses pauses, Outbox outbox, Tenancy tenancy) {
        this.log = log;
        this.effects = effects;
        this.pauses = pauses;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** What was said; reason, note and person may be null. */
    record Talk(
            CallOutcome outcome,
            String reasonCode,
            String note,
            String person,
            LocalDate callBackOn,
            CallEffects.Wish wish) {}

    /** Refuses {@code call-unknown}, {@code call-done}, and what the promise, dispute or inquiry refuses. */
    CallLog.Entry outcome(UUID callId, Talk talk, String by) {
        CallLog.Due due =
                log.lock(callId).orElseThrow(() -> RuleBroken.notFound("call-unknown", "there is no such call"));
        if (due.dueOn() == null) {
            throw RuleBroken.conflict(
                    "call-done", "the call was " + due.lastOutcome().code() + " already");
        }
        return note(
                new About(callId, due.customerId(), due.sellerId(), "dunning", log.invoicesOf(callId), due.tries()),
                talk,
                by);
    }

    /** A call that no step asked for; seller may be null. */
    CallLog.Entry byHand(String customerId, String sellerId, String purpose, Talk talk, String by) {
        return note(new About(null, customerId, sellerId, purpose, List.of(), 0), talk, by);
    }

    private record About(
            UUID callId, String customerId, String sellerId, String purpose, List<String> invoices, int tries) {}

    private CallLog.Entry note(About about, Talk talk, String by) {
        LocalDate today = tenancy.today();
        WhatFollows follows = WhatFollows.of(talk.outcome, about.tries, talk.callBackOn, today);
        UUID logId = Ids.next();
        UUID effectId = effects.of(
                talk.outcome,
                talk.wish,
                new CallEffects.Caller(about.customerId, about.sellerId, about.invoices, talk.person, by));
        if (follows.waitUntil() != null) {
            letWait(logId, about, follows.waitUntil());
        }
        CallLog.Entry entry = new CallLog.Entry(
                logId,
                about.callId,
                about.customerId,
                about.sellerId,
                about.purpose,
                talk.outcome,
                talk.reasonCode,
                talk.note,
                talk.person,
                by,
                today,
                follows.nextCallOn(),
                effectId);
        log.insert(entry);
        outbox.announce(new CallLogged(
                logId,
                about.callId,
                about.customerId,
                about.sellerId,
                talk.outcome.code(),
                talk.reasonCode,
                today,
                follows.nextCallOn()));
        return entry;
    }

    private void letWait(UUID logId, About about, LocalDate until) {
        pauses.begin(
                logId,
                new Pauses.Scope(about.customerId, about.sellerId, null),
                new Pause(Pause.Kind.HOLD, until),
                tenancy.today());
    }
}
