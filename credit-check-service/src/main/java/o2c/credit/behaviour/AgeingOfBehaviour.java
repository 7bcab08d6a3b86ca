package o2c.credit.behaviour;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Marks;

/** Who owes overdue invoices pays worse every day, without anything being heard: he is looked at again. */
@ApplicationScoped
@Priority(40)
class AgeingOfBehaviour implements DayOpening {

    private final BehaviourBook book;
    private final Marks marks;

    AgeingOfBehaviour(BehaviourBook book, Marks marks) {
        this.book = book;
        this.marks = marks;
    }

    @Override
    public void open(LocalDate day) {
        book.late().forEach(marks::mark);
    }
}
