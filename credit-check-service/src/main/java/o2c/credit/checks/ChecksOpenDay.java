package o2c.credit.checks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.runtime.day.DayOpening;

/** A check that nobody confirmed ends with its last business date. */
@ApplicationScoped
@Priority(30)
class ChecksOpenDay implements DayOpening {

    private final CreditChecking checking;

    ChecksOpenDay(CreditChecking checking) {
        this.checking = checking;
    }

    @Override
    public void open(LocalDate day) {
        checking.open(day);
    }
}
