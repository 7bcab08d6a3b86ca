package o2c.credit.exposure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.runtime.day.DayOpening;

/** When a day opens, what was booked ahead for it begins to count. */
@ApplicationScoped
@Priority(10)
class ExposureOpensDay implements DayOpening {

    private final Books books;

    ExposureOpensDay(Books books) {
        this.books = books;
    }

    @Override
    public void open(LocalDate day) {
        books.open(day);
    }
}
