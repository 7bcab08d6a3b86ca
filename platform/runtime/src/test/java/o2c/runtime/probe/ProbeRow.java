package o2c.runtime.probe;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "probe_row")
public class ProbeRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String tenant;

    @Version
    public long version;

    public String name;
}
