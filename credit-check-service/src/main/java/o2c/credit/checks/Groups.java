package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.credit.checks.domain.GroupRoom;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Profile;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What groups of customers may still owe together. */
@ApplicationScoped
class Groups {

    private final Families families;
    private final Exposures exposures;
    private final CreditLimiting limits;
    private final Sql sql;
    private final Tenancy tenancy;

    Groups(Families families, Exposures exposures, CreditLimiting limits, Sql sql, Tenancy tenancy) {
        this.families = families;
        this.exposures = exposures;
        this.limits = limits;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Lets nobody else of the group take room until the transaction ends. */
    void lock(Profile customer) {
        if (customer.isInGroup()) {
            List<String> ancestors = customer.ancestors();
            String root = ancestors.isEmpty() ? customer.customerId() : ancestors.get(ancestors.size() - 1);
            sql.list(
                    "select pg_advisory_xact_lock(hashtextextended(?, 4))", row -> true, tenancy.tenant() + "|" + root);
        }
    }

    /** The groups with a limit that the customer is part of, nearest first. */
    List<GroupRoom> of(Profile customer, LocalDate day) {
        List<String> heads = new ArrayList<>();
        if (customer.hasChildren()) {
            heads.add(customer.customerId());
        }
        heads.addAll(customer.ancestors());
        return heads.stream()
                .flatMap(head -> limits.inForce(head, day).stream().map(limit -> room(head, limit)))
                .toList();
    }

    private GroupRoom room(String head, CreditLimit limit) {
        Currency currency = limit.amount().currency();
        List<Money> totals = exposures.totalsOf(families.below(head));
        Optional<Money> own = totals.stream()
                .filter(total -> total.currency().equals(currency))
                .findFirst();
        return new GroupRoom(
                head,
                limit.amount(),
                own.orElse(Exposure.none(currency).total()),
                totals.stream()
                        .filter(total -> !total.currency().equals(currency) && total.isPositive())
                        .toList());
    }
}
