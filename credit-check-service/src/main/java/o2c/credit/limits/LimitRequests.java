package o2c.credit.limits;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of asked limits. */
@ApplicationScoped
class LimitRequests implements PanacheRepositoryBase<LimitRequestRow, UUID> {

    Optional<LimitRequestRow> of(String customerId, UUID requestId) {
        return find("customerId = ?1 and id = ?2", customerId, requestId).firstResultOptional();
    }

    LimitRequestRow locked(UUID requestId) {
        return find("id = ?1", requestId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** A customer's requests, oldest first. */
    List<LimitRequestRow> page(String customerId, UUID after, int limit) {
        return find("customerId = ?1 and id > ?2", Sort.by("id"), customerId, after)
                .range(0, limit)
                .list();
    }
}
