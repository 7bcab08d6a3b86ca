package o2c.credit.scoring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.credit.scoring.domain.Scorecard;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Marks;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** A scorecard takes effect: everybody who was ever scored is scored again. */
@ApplicationScoped
@Priority(60)
class ScorecardChange implements DayOpening {

    private final ScorecardBooks cards;
    private final Marks marks;
    private final Sql sql;
    private final Tenancy tenancy;

    ScorecardChange(ScorecardBooks cards, Marks marks, Sql sql, Tenancy tenancy) {
        this.cards = cards;
        this.marks = marks;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void set(Scorecard card) {
        cards.add(card);
        if (card.effectiveFrom().equals(tenancy.today())) {
            lookAgain();
        }
    }

    @Override
    public void open(LocalDate day) {
        boolean takesEffect = sql.first(
                        "select exists (select from scorecard where tenant = ? and effective_from = ?)",
                        row -> row.getBoolean(1),
                        tenancy.tenant(),
                        day)
                .orElse(false);
        if (takesEffect) {
            lookAgain();
        }
    }

    private void lookAgain() {
        sql.list(
                        "select distinct customer_id from customer_score where tenant = ? order by customer_id",
                        row -> row.getString(1),
                        tenancy.tenant())
                .forEach(marks::mark);
    }
}
