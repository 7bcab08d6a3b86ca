package o2c.invoice.sellers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sellers of the running transaction's tenant. */
@ApplicationScoped
class Sellers implements PanacheRepositoryBase<SellerRow, UUID> {

    Optional<SellerRow> byId(String sellerId) {
        return find("sellerId", sellerId).firstResultOptional();
    }

    List<SellerRow> after(String sellerId, int most) {
        return find("sellerId > ?1", Sort.by("sellerId"), sellerId)
                .page(0, most)
                .list();
    }
}
