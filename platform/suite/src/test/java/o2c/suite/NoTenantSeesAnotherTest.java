package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.contracts.Publisher;
import o2c.testkit.PostgresCluster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The second fence: even a statement without a condition shows a service the rows of one tenant alone. */
@ExtendWith(WholeSuite.class)
@DisplayName("No tenant sees another's rows")
class NoTenantSeesAnotherTest {

    private static final String TABLES = "select c.relname, c.relrowsecurity"
            + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (select from pg_attribute a"
            + " where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped) order by 1";

    @BeforeAll
    static void bothTenantsHaveRows() {
        for (String tenant : List.of("left", "right")) {
            Desk desk = new Desk(tenant);
            desk.put(Publisher.CREDIT, "/v1/customers/shared", """
                    {"name":"Shared BV","country":"NL","kind":"business"}""");
            desk.put(Publisher.INVOICE, "/v1/sellers/fietsen", """
                    {"name":"Fietsen BV","country":"NL","currency":"EUR","timeZone":"Europe/Amsterdam"}""");
            desk.put(Publisher.POLICY, "/v1/policies/2026", """
                    {"validFrom":"2026-01-01","validTo":"2026-12-31","currency":"EUR","insuredPercentage":"90.00"}""");
            LocalDate today = desk.today();
            desk.issue("shared", "INV-1", "121.00", today.plusDays(1), null);
            desk.readLatest(Publisher.POLICY, "/v1/customers/shared/cover", "shared");
            desk.post(Publisher.DUNNING, "/v1/disputes", """
                    {"sellerId":"fietsen","invoiceNumber":"INV-1","amount":{"amount":"1.00","currency":"EUR"},
                     "code":"price","text":"too dear"}""");
            desk.advance(today.plusDays(2));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Publisher.class)
    void inEveryTable(Publisher service) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection owner = connect(service, PostgresCluster.MIGRATOR);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                assertThat(rows.getBoolean(2))
                        .as("row security of " + rows.getString(1))
                        .isTrue();
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).contains("outbox", "idempotency", "audit_entry");
        try (Connection app = connect(service, PostgresCluster.APP)) {
            assertThat(tenantsIn(app, "outbox")).as("without a tenant").isEmpty();
            become(app, "left");
            for (String table : tables) {
                assertThat(tenantsIn(app, table)).as(table).isSubsetOf("left");
            }
            assertThat(tenantsIn(app, "outbox")).containsExactly("left");
            become(app, "right");
            assertThat(tenantsIn(app, "outbox")).containsExactly("right");
        }
    }

    private static void become(Connection app, String tenant) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement("select set_config('o2c.tenant', ?, false)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }

    /** The tenants whose rows are seen; a table that the role may not read shows none. */
    private static List<String> tenantsIn(Connection app, String table) throws SQLException {
        try (PreparedStatement may = app.prepareStatement("select has_table_privilege(quote_ident(?), 'select')")) {
            may.setString(1, table);
            try (ResultSet answer = may.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return List.of();
                }
            }
        }
        List<String> tenants = new ArrayList<>();
        try (Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery("select distinct tenant from \"" + table + "\"")) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private static Connection connect(Publisher service, String role) throws SQLException {
        return DriverManager.getConnection(WholeSuite.running().databaseUrl(service), role, role);
    }
}
