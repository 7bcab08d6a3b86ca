package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import o2c.credit.behaviour.BehaviourBook;
import o2c.credit.behaviour.domain.Behaviour;
import o2c.credit.cover.Covers;
import o2c.credit.cover.domain.Cover;
import o2c.credit.customers.Families;
import o2c.credit.scoring.ReportBooks.Filed;
import o2c.credit.scoring.domain.AgencyReport;
import o2c.credit.scoring.domain.FinancialStatement;
import o2c.credit.scoring.domain.KnownFacts;
import o2c.runtime.books.Moment;

/** Gathers everything numeric that is known of a customer: behaviour, accounts, agencies, insurer, register. */
@ApplicationScoped
public class Evidence {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BehaviourBook behaviours;
    private final ReportBooks reports;
    private final Covers covers;
    private final Families families;

    Evidence(BehaviourBook behaviours, ReportBooks reports, Covers covers, Families families) {
        this.behaviours = behaviours;
        this.reports = reports;
        this.covers = covers;
        this.families = families;
    }

    /** Everything at a moment; of the insurer what is known now. */
    public KnownFacts about(String customerId, Moment moment) {
        KnownFacts facts = new KnownFacts();
        tell(behaviours.of(customerId, moment), facts);
        for (Filed<FinancialStatement> filed : reports.statementsOf(customerId, moment)) {
            if (!filed.report().isStaleOn(moment.asOf())) {
                filed.report().tellTo(facts);
                break;
            }
            facts.stale("altman-z-prime", "financial-statement");
            facts.stale("altman-z-double-prime", "financial-statement");
        }
        for (Filed<AgencyReport> filed : reports.reportsOf(customerId, moment)) {
            filed.report().tellTo(facts, moment.asOf());
        }
        covers.of(customerId).ifPresent(cover -> tell(cover, moment.asOf(), facts));
        families.profileOf(customerId)
                .filter(profile -> profile.since() != null)
                .ifPresent(profile -> facts.with(
                        "relation-years",
                        BigDecimal.valueOf(ChronoUnit.YEARS.between(profile.since(), moment.asOf())),
                        "register"));
        return facts;
    }

    /** Whether accounts or an agency's report that still count are on file. */
    public boolean hasReports(String customerId, Moment moment) {
        return reports.statementsOf(customerId, moment).stream()
                        .anyMatch(filed -> !filed.report().isStaleOn(moment.asOf()))
                || reports.reportsOf(customerId, moment).stream()
                        .anyMatch(filed -> !filed.report().isStaleOn(moment.asOf()));
    }

    private static void tell(Behaviour behaviour, KnownFacts facts) {
        String source = "behaviour";
        facts.with("weighted-days-late", behaviour.weightedDaysLate(), source)
                .with("average-days-late", behaviour.averageDaysLate(), source)
                .with("days-late-trend", behaviour.trend(), source)
                .with("late-share", behaviour.lateShare(), source)
                .with("dispute-rate", behaviour.disputeRate(), source)
                .with("promise-rate", behaviour.promiseRate(), source)
                .with("overdue-share", behaviour.overdueShare(), source);
        if (behaviour.invoices() > 0) {
            long oldest = behaviour.oldestOverdueDays() == null ? 0 : behaviour.oldestOverdueDays();
            facts.with("oldest-overdue-days", BigDecimal.valueOf(oldest), source);
            facts.with("invoices", BigDecimal.valueOf(behaviour.invoices()), source);
        }
    }

    private static void tell(Cover cover, LocalDate day, KnownFacts facts) {
        facts.with("cover-stopped", cover.isStoppedOn(day) ? BigDecimal.ONE : BigDecimal.ZERO, "insurer");
        if (cover.insured() != null && cover.uninsured() != null) {
            BigDecimal whole = cover.insured().amount().add(cover.uninsured().amount());
            if (whole.signum() > 0) {
                facts.with(
                        "insured-share",
                        cover.insured().amount().multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP),
                        "insurer");
            }
        }
    }
}
