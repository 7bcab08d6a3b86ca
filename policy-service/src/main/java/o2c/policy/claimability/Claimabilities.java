package o2c.policy.claimability;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.RuleBroken;
import o2c.policy.claimability.domain.Claimability;
import o2c.policy.claimability.domain.Claimability.Told;
import o2c.policy.cover.Covers;
import o2c.policy.cover.domain.Examined;
import o2c.policy.insurer.InsurerDealings;
import o2c.policy.insurer.domain.Report;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Holds single receivables against their policy. */
@ApplicationScoped
public class Claimabilities {

    private final Covers covers;
    private final InsurerDealings dealings;
    private final Sql sql;
    private final Tenancy tenancy;

    Claimabilities(Covers covers, InsurerDealings dealings, Sql sql, Tenancy tenancy) {
        this.covers = covers;
        this.dealings = dealings;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A receivable, what its policy says of it, and the standing answer. */
    public record Answered(String customerId, Examined examined, Claimability claimability) {}

    /**
     * The answer at the close of a day.
     *
     * @throws RuleBroken {@code invoice-unknown}, {@code invoice-settled} when nothing of it is open
     */
    public Answered of(UUID invoiceId, LocalDate day, AsKnown known) {
        String customerId = customerOf(invoiceId);
        Examined examined = covers.examine(customerId, invoiceId.toString(), day, known)
                .orElseThrow(() -> RuleBroken.refused("invoice-settled", "nothing of this invoice is open on " + day));
        Told told =
                new Told(dealings.about(customerId, invoiceId, day, known), dealings.adverseBy(customerId, day, known));
        return new Answered(customerId, examined, Claimability.of(examined, told, day));
    }

    /** The answers about everything open of a customer, at the close of a day. */
    List<Answered> ofCustomer(String customerId, LocalDate day, AsKnown known) {
        List<Report> reports = dealings.about(customerId, day, known);
        LocalDate adverseBy = dealings.adverseBy(customerId, day, known);
        return covers.examine(customerId, day, known).stream()
                .map(examined -> {
                    String reference = examined.line().receivable().reference();
                    Told told = new Told(
                            reports.stream()
                                    .filter(report -> report.isAbout(reference))
                                    .toList(),
                            adverseBy);
                    return new Answered(customerId, examined, Claimability.of(examined, told, day));
                })
                .toList();
    }

    /** Who owes an invoice; {@code invoice-unknown}. */
    public String customerOf(UUID invoiceId) {
        return sql.first(
                        "select customer_id from receivable where tenant = ? and invoice_id = ? and issued_on is"
                                + " not null",
                        row -> row.getString(1),
                        tenancy.tenant(),
                        invoiceId)
                .orElseThrow(() -> RuleBroken.notFound("invoice-unknown", "there is no such invoice"));
    }
}
