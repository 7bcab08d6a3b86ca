package o2c.policy.insurer.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.InsurerReported;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.Codes;

/**
 * Something the insurer was told.
 *
 * @param invoiceIds the receivables it is about; empty when it is about the customer
 * @param text what was told, or null
 * @param reference the insurer's own reference, or null
 */
public record Report(
        UUID reportId,
        ReportKind kind,
        String policyId,
        String customerId,
        List<UUID> invoiceIds,
        LocalDate reportedOn,
        String text,
        String reference) {

    public Report {
        invoiceIds = List.copyOf(invoiceIds);
    }

    /** Whether it is about a receivable, or about its customer without naming any. */
    public boolean isAbout(String reference) {
        return invoiceIds.isEmpty()
                || invoiceIds.stream().anyMatch(id -> id.toString().equals(reference));
    }

    /**
     * @param today the business date
     * @throws RuleBroken {@code invoice-missing} when a report about receivables names none, {@code date-in-future}
     */
    public InsurerReported made(LocalDate today) {
        boolean aboutInvoices = kind == ReportKind.OVERDUE
                || kind == ReportKind.EXTENSION
                || kind == ReportKind.RESCHEDULING
                || kind == ReportKind.CHANGE_OF_TERMS;
        if (aboutInvoices && invoiceIds.isEmpty()) {
            throw RuleBroken.invalid("invoice-missing", "name the invoices this report is about")
                    .at("/invoiceIds");
        }
        if (reportedOn.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "the business date is " + today)
                    .at("/reportedOn");
        }
        return new InsurerReported(reportId, customerId, policyId, Codes.text(kind), invoiceIds, reportedOn);
    }
}
