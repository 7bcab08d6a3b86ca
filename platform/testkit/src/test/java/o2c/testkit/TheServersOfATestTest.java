package o2c.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.SellerRegistered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheServersOfATestTest {

    private static final SellerRegistered SELLER =
            new SellerRegistered("s-1", "Seller", "NL", "EUR", "Europe/Amsterdam");

    @Test
    void servicesOwnNothingAndObeyRowLevelSecurity() throws SQLException {
        try (PostgresCluster postgres = PostgresCluster.forTests("service");
                Connection app = postgres.connect(PostgresCluster.APP, "service");
                Statement statement = app.createStatement()) {
            ResultSet role = statement.executeQuery(
                    "select rolsuper or rolbypassrls or rolcreatedb from pg_roles where rolname = current_user");
            assertThat(role.next()).isTrue();
            assertThat(role.getBoolean(1)).isFalse();
            assertThatThrownBy(() -> statement.execute("create table t (id int)"))
                    .hasMessageContaining("permission denied");
            try (Connection migrator = postgres.connect(PostgresCluster.MIGRATOR, "service");
                    Statement migration = migrator.createStatement()) {
                migration.execute("create table t (id int)");
            }
        }
    }

    @Test
    void aDurableServerKeepsItsRowsAndWritesThemThrough(@TempDir Path folder) throws SQLException {
        Path data = folder.resolve("postgres");
        try (PostgresCluster first = PostgresCluster.durable(data, Ports.free());
                Connection migrator = first.connect(PostgresCluster.MIGRATOR, "policy");
                Statement statement = migrator.createStatement()) {
            statement.execute("create table kept as select 1 as id");
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                ResultSet value = statement.executeQuery("show " + setting);
                value.next();
                assertThat(value.getString(1)).as(setting).isEqualTo("on");
            }
        }
        try (PostgresCluster second = PostgresCluster.durable(data, Ports.free());
                Connection migrator = second.connect(PostgresCluster.MIGRATOR, "policy");
                ResultSet rows = migrator.createStatement().executeQuery("select id from kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void aBrokerKeepsItsRecordsOverARestart(@TempDir Path folder) {
        UUID id;
        try (KafkaBroker first = KafkaBroker.start(folder, Ports.free());
                EventProbe probe = EventProbe.connect(first.bootstrapServers())) {
            id = probe.publish("demo", SELLER);
            CarriedEvent carried = probe.awaitCarried(SellerRegistered.class, SELLER::equals);
            assertThat(carried.key()).isEqualTo("demo|");
            assertThat(carried.sequence()).isEqualTo(1);
            probe.publish("demo", SELLER);
            probe.awaitRecord("the second", record -> record.sequence() == 2);
            probe.message("demo", SELLER).data("{").withoutHeader("ce_tenant").send();
            assertThat(probe.awaitRecord("the third", record -> record.sequence() == 3)
                            .tenant())
                    .isNull();
        }
        try (KafkaBroker second = KafkaBroker.start(folder, Ports.free());
                EventProbe probe = EventProbe.connect(second.bootstrapServers())) {
            assertThat(probe.awaitCarried(SellerRegistered.class, SELLER::equals)
                            .header("ce_id"))
                    .isEqualTo(id.toString());
        }
    }
}
