package o2c.suite.replay;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The portfolio at the close of a day.
 *
 * @param dso simple, over the calendar month; null when nothing was sold in it
 * @param insured what the policy covers of everything open
 */
record MonthEnd(
        LocalDate day,
        long invoices,
        BigDecimal open,
        BigDecimal notDue,
        BigDecimal days1To30,
        BigDecimal days31To60,
        BigDecimal days61To90,
        BigDecimal over90,
        long overdueInvoices,
        BigDecimal overdue,
        BigDecimal dso,
        BigDecimal dsoCountback,
        BigDecimal dsoBestPossible,
        BigDecimal insured,
        BigDecimal uninsured) {}
