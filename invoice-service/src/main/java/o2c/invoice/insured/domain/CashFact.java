package o2c.invoice.insured.domain;

import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.Money;

/** Something that happened on an account, as far as the question goes which receivable has been paid. */
public sealed interface CashFact {

    /** The business day it counts from. */
    LocalDate on();

    /** Order within a day: what is owed comes before what is paid. */
    int turn();

    /** A receivable came into being. */
    record Issued(UUID id, String invoiceNumber, LocalDate on, LocalDate dueOn, Money total) implements CashFact {
        @Override
        public int turn() {
            return 0;
        }
    }

    /** A receivable fell without cash: credited, discounted, written off. Negative when that was taken back. */
    record Lowered(UUID id, LocalDate on, Money by) implements CashFact {
        @Override
        public int turn() {
            return 1;
        }
    }

    /** Cash came in; negative when it went back. */
    record Moved(LocalDate on, Money cash) implements CashFact {
        @Override
        public int turn() {
            return 2;
        }
    }
}
