package o2c.invoice.sellers;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import o2c.invoice.sellers.domain.Seller;
import o2c.kernel.Ids;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;

/** A seller as stored. */
@Entity
@Table(name = "seller")
class SellerRow extends PanacheEntityBase {

    @Id
    UUID id;

    @TenantId
    @Column(updatable = false)
    String tenant;

    @Column(name = "seller_id", updatable = false)
    String sellerId;

    String name;
    String country;
    String currency;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "invoicing_days")
    int invoicingDays;

    @Version
    long version;

    @UpdateTimestamp
    @Column(name = "updated_at")
    Instant updatedAt;

    static SellerRow fresh(String sellerId) {
        SellerRow row = new SellerRow();
        row.id = Ids.next();
        row.sellerId = sellerId;
        return row;
    }

    Seller seller() {
        return new Seller(sellerId, name, country, Currency.getInstance(currency), ZoneId.of(timeZone), invoicingDays);
    }

    void take(Seller seller) {
        name = seller.name();
        country = seller.country();
        currency = seller.currency().getCurrencyCode();
        timeZone = seller.timeZone().getId();
        invoicingDays = seller.invoicingDays();
    }
}
