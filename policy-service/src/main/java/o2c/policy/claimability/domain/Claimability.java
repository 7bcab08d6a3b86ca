package o2c.policy.claimability.domain;

import static o2c.policy.claimability.domain.ClauseCheck.broken;
import static o2c.policy.claimability.domain.ClauseCheck.curable;
import static o2c.policy.claimability.domain.ClauseCheck.open;
import static o2c.policy.claimability.domain.ClauseCheck.passed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.cover.domain.Examined;
import o2c.policy.cover.domain.Reason;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.insurer.domain.Report;
import o2c.policy.insurer.domain.ReportKind;

/**
 * Would this invoice be paid out today, and if not, which clause is in the way and until when can it be mended?
 *
 * @param clauses every clause, in the order in which an insurer asks
 */
public record Claimability(Verdict verdict, List<ClauseCheck> clauses) {

    /** The standing answer. */
    public enum Verdict {
        /** No clause is broken, and all of it is covered. */
        CLAIMABLE,
        /** No clause is broken, but the limit does not cover all of it. */
        CLAIMABLE_IN_PART,
        /** Every broken clause can still be mended. */
        CURABLE,
        /** A clause is broken for good. */
        NOT_CLAIMABLE
    }

    /**
     * What was told to the insurer.
     *
     * @param reports about the receivable or its customer
     * @param adverseBy the day by which adverse information had to be reported, or null when there is none
     */
    public record Told(List<Report> reports, LocalDate adverseBy) {

        private Optional<LocalDate> first(ReportKind kind) {
            return reports.stream()
                    .filter(report -> report.kind() == kind)
                    .map(Report::reportedOn)
                    .min(LocalDate::compareTo);
        }
    }

    private static final Map<Reason, String> COVER = Map.of(
            Reason.EXCLUDED, "the buyer, or buyers of its kind, are not left out",
            Reason.COUNTRY_NOT_COVERED, "the customer's country is insured",
            Reason.COUNTRY_UNKNOWN, "the customer's country is known",
            Reason.TERMS_TOO_LONG, "the payment term is not longer than insured",
            Reason.INVOICED_LATE, "the invoice was made out in time after delivery",
            Reason.AFTER_STOP, "it was delivered while cover was not stopped",
            Reason.NO_LIMIT, "there was a limit on the day of delivery",
            Reason.LIMIT_ON_OTHER_ENTITY, "the limit stands on the legal entity that owes",
            Reason.VAT_UNKNOWN, "the amount without VAT is known");
    private static final List<Reason> ORDER = List.of(
            Reason.EXCLUDED,
            Reason.COUNTRY_NOT_COVERED,
            Reason.COUNTRY_UNKNOWN,
            Reason.TERMS_TOO_LONG,
            Reason.INVOICED_LATE,
            Reason.AFTER_STOP,
            Reason.NO_LIMIT,
            Reason.LIMIT_ON_OTHER_ENTITY,
            Reason.VAT_UNKNOWN);

    /** Holds a receivable against every clause at the close of a day. */
    public static Claimability of(Examined examined, Told told, LocalDate day) {
        List<ClauseCheck> checks = new ArrayList<>();
        if (examined.attached() == null) {
            checks.add(broken(Reason.NO_POLICY.code(), "a policy insured this seller on the day of delivery"));
            return new Claimability(Verdict.NOT_CLAIMABLE, checks);
        }
        checks.add(passed(Reason.NO_POLICY.code(), "a policy insured this seller on the day of delivery"));
        LocalDate claimOn = examined.deadlines().claimOn();
        for (Reason reason : ORDER) {
            checks.add(cover(reason, examined, claimOn));
        }
        checks.add(disputed(examined, claimOn));
        checks.add(termsChanged(examined, told, claimOn));
        checks.add(adverse(told, day));
        checks.add(notice(examined.deadlines(), told, day));
        checks.add(claimDeadline(examined.deadlines(), day));
        return new Claimability(verdict(checks, examined.line(), day), checks);
    }

    /** The broken clauses. */
    public List<ClauseCheck> brokenClauses() {
        return clauses.stream().filter(ClauseCheck::isBroken).toList();
    }

    private static ClauseCheck cover(Reason reason, Examined examined, LocalDate claimOn) {
        if (!examined.broken().contains(reason)) {
            return passed(reason.code(), COVER.get(reason));
        }
        boolean mendable = reason.equals(Reason.COUNTRY_UNKNOWN)
                || reason.equals(Reason.VAT_UNKNOWN)
                || reason.equals(Reason.LIMIT_ON_OTHER_ENTITY);
        return mendable ? curable(reason.code(), COVER.get(reason), claimOn) : broken(reason.code(), COVER.get(reason));
    }

    private static ClauseCheck disputed(Examined examined, LocalDate claimOn) {
        boolean suspended = examined.line().reasons().stream()
                .anyMatch(part -> part.reason().equals(Reason.DISPUTED));
        String text = "the buyer does not contest it";
        return suspended ? curable(Reason.DISPUTED.code(), text, claimOn) : passed(Reason.DISPUTED.code(), text);
    }

    private static ClauseCheck termsChanged(Examined examined, Told told, LocalDate claimOn) {
        String code = "terms-changed-without-consent";
        String text = "a change of terms, an extension or a payment plan has the insurer's consent";
        boolean changed = needs(told, ReportKind.CHANGE_OF_TERMS, examined, Consent.Kind.CHANGE_OF_TERMS)
                || needs(told, ReportKind.RESCHEDULING, examined, Consent.Kind.RESCHEDULING)
                || needs(told, ReportKind.EXTENSION, examined, Consent.Kind.EXTENSION);
        return changed ? curable(code, text, claimOn) : passed(code, text);
    }

    private static boolean needs(Told told, ReportKind kind, Examined examined, Consent.Kind consented) {
        String reference = examined.line().receivable().reference();
        return told.first(kind).isPresent()
                && examined.consents().stream()
                        .noneMatch(consent -> consent.kind() == consented
                                && (consent.reference() == null
                                        || consent.reference().equals(reference)));
    }

    private static ClauseCheck adverse(Told told, LocalDate day) {
        String code = "adverse-not-reported";
        String text = "adverse information was reported in time";
        if (told.adverseBy() == null) {
            return passed(code, text);
        }
        return inTime(code, text, told.first(ReportKind.ADVERSE_INFORMATION), told.adverseBy(), day, true);
    }

    private static ClauseCheck notice(CoverDeadlines deadlines, Told told, LocalDate day) {
        boolean overdue = day.isAfter(deadlines.lastCoveredDay());
        String text = "the overdue was reported by " + deadlines.reportOn();
        return inTime("notice-missing", text, told.first(ReportKind.OVERDUE), deadlines.reportOn(), day, overdue);
    }

    private static ClauseCheck inTime(
            String code, String text, Optional<LocalDate> done, LocalDate by, LocalDate day, boolean asked) {
        if (done.filter(on -> !on.isAfter(by)).isPresent() || !asked && done.isEmpty()) {
            return passed(code, text);
        }
        return done.isEmpty() && !day.isAfter(by) ? open(code, text, by) : broken(code, text);
    }

    private static ClauseCheck claimDeadline(CoverDeadlines deadlines, LocalDate day) {
        String code = "claim-late";
        String text = "a claim can be filed until " + deadlines.claimOn();
        if (!day.isAfter(deadlines.lastCoveredDay())) {
            return passed(code, text);
        }
        return day.isAfter(deadlines.claimOn()) ? broken(code, text) : open(code, text, deadlines.claimOn());
    }

    private static Verdict verdict(List<ClauseCheck> checks, CoverLine line, LocalDate day) {
        List<ClauseCheck> broken = checks.stream().filter(ClauseCheck::isBroken).toList();
        if (broken.isEmpty()) {
            boolean overLimit =
                    line.reasons().stream().anyMatch(part -> part.reason().equals(Reason.OVER_LIMIT));
            return overLimit ? Verdict.CLAIMABLE_IN_PART : Verdict.CLAIMABLE;
        }
        return broken.stream().allMatch(check -> check.isCurableOn(day)) ? Verdict.CURABLE : Verdict.NOT_CLAIMABLE;
    }
}
