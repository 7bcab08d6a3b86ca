package o2c.credit.segments;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.credit.customers.Families;
import o2c.credit.segments.domain.SegmentRule;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Marks;
import o2c.runtime.tenancy.Tenancy;

/** A segment takes effect: everybody is looked at again. */
@ApplicationScoped
@Priority(70)
class SegmentChange implements DayOpening {

    private final SegmentBooks books;
    private final Families families;
    private final Marks marks;
    private final Tenancy tenancy;

    SegmentChange(SegmentBooks books, Families families, Marks marks, Tenancy tenancy) {
        this.books = books;
        this.families = families;
        this.marks = marks;
        this.tenancy = tenancy;
    }

    void set(SegmentRule rule) {
        books.add(rule);
        if (rule.effectiveFrom().equals(tenancy.today())) {
            families.everybody().forEach(marks::mark);
        }
    }

    @Override
    public void open(LocalDate day) {
        if (books.takesEffectOn(day)) {
            families.everybody().forEach(marks::mark);
        }
    }
}
