package o2c.credit.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.runtime.day.DayOpening;

/** A limit whose last day has closed is announced when the next day opens. */
@ApplicationScoped
@Priority(20)
class LimitsOpenDay implements DayOpening {

    private final CreditLimiting limiting;

    LimitsOpenDay(CreditLimiting limiting) {
        this.limiting = limiting;
    }

    @Override
    public void open(LocalDate day) {
        limiting.open(day);
    }
}
