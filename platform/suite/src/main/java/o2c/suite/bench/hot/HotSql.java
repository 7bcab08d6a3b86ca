package o2c.suite.bench.hot;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import o2c.suite.rest.CannotGoOn;

/** The bare effects of the hot paths in SQL, in tables of their own in the database of the service. */
final class HotSql {

    static final int CUSTOMERS = 200;

    private static final String[] TABLES = {
        "drop schema if exists bench cascade",
        "create schema bench",
        "create table bench.account (customer_id varchar(64) primary key, used numeric(19,4) not null default 0,"
                + " room numeric(19,4) not null default 1000000000, sequence bigint not null default 0)",
        "create table bench.invoice (id uuid primary key, customer_id varchar(64) not null, number varchar(100) not"
                + " null unique, total numeric(19,4) not null, outstanding numeric(19,4) not null,"
                + " due_on date not null)",
        "create table bench.line (invoice_id uuid not null, position integer not null, net numeric(19,4) not null,"
                + " primary key (invoice_id, position))",
        "create table bench.entry (id bigint generated always as identity primary key, invoice_id uuid not null,"
                + " kind varchar(16) not null, amount numeric(19,4) not null, business_day date not null)",
        "create table bench.payment (id uuid primary key, customer_id varchar(64) not null, amount numeric(19,4)"
                + " not null)",
        "create table bench.decision (id uuid primary key, customer_id varchar(64) not null, amount numeric(19,4)"
                + " not null, verdict varchar(20) not null)",
        "create table bench.event (id bigint generated always as identity primary key, customer_id varchar(64) not"
                + " null, sequence bigint not null, data text not null, unique (customer_id, sequence))",
        "insert into bench.account (customer_id) select 'bench-hot-' || n from generate_series(0, 199) as n"
    };

    private static final String ANNOUNCE = "with head as (update bench.account set sequence = sequence + 1 where"
            + " customer_id = ? returning sequence) insert into bench.event (customer_id, sequence, data)"
            + " select ?, sequence, ? from head";

    private final String database;

    HotSql(String database) {
        this.database = database;
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void drop() {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A decision: room taken under the limit, the decision, its event. */
    Load.Client decisions() throws SQLException {
        return new Statements(List.of(
                new Step(
                        "update bench.account set used = used + ? where customer_id = ? and used + ? <= room",
                        (s, n) -> {
                            s.setBigDecimal(1, AMOUNT);
                            s.setString(2, customer(n));
                            s.setBigDecimal(3, AMOUNT);
                        }),
                new Step("insert into bench.decision select gen_random_uuid(), ?, ?, 'approved'", (s, n) -> {
                    s.setString(1, customer(n));
                    s.setBigDecimal(2, AMOUNT);
                }),
                announcement()));
    }

    /** An invoice with three lines: the invoice, its lines, its entry, its event. */
    Load.Client invoices() throws SQLException {
        return new Statements(List.of(
                new Step("insert into bench.invoice values (md5(?)::uuid, ?, ?, ?, ?, current_date + 30)", (s, n) -> {
                    s.setString(1, "N" + n);
                    s.setString(2, customer(n));
                    s.setString(3, "N" + n);
                    s.setBigDecimal(4, AMOUNT);
                    s.setBigDecimal(5, AMOUNT);
                }),
                new Step(
                        "insert into bench.line select md5(?)::uuid, p, 40.33 from generate_series(1, 3) as p",
                        (s, n) -> s.setString(1, "N" + n)),
                new Step(
                        "insert into bench.entry (invoice_id, kind, amount, business_day)"
                                + " values (md5(?)::uuid, 'issued', ?, current_date)",
                        (s, n) -> {
                            s.setString(1, "N" + n);
                            s.setBigDecimal(2, AMOUNT);
                        }),
                announcement()));
    }

    /** A payment: the payment, the invoice settled, its entry, its event. */
    Load.Client payments() throws SQLException {
        return new Statements(List.of(
                new Step("insert into bench.payment select gen_random_uuid(), ?, ?", (s, n) -> {
                    s.setString(1, customer(n));
                    s.setBigDecimal(2, AMOUNT);
                }),
                new Step("update bench.invoice set outstanding = outstanding - ? where number = ?", (s, n) -> {
                    s.setBigDecimal(1, AMOUNT);
                    s.setString(2, "N" + n);
                }),
                new Step(
                        "insert into bench.entry (invoice_id, kind, amount, business_day)"
                                + " values (md5(?)::uuid, 'paid', ?, current_date)",
                        (s, n) -> {
                            s.setString(1, "N" + n);
                            s.setBigDecimal(2, AMOUNT.negate());
                        }),
                announcement()));
    }

    /** What one customer owes: one row read. */
    Load.Client exposures() throws SQLException {
        return new Statements(List.of(new Step(
                "select used, room from bench.account where customer_id = ?", (s, n) -> s.setString(1, customer(n)))));
    }

    static String customer(int number) {
        return "bench-hot-" + new Random(number).nextInt(CUSTOMERS);
    }

    static final BigDecimal AMOUNT = new BigDecimal("121.00");

    private static Step announcement() {
        String data = "{\"amount\":\"121.00\",\"currency\":\"EUR\"}".repeat(8);
        return new Step(ANNOUNCE, (s, n) -> {
            s.setString(1, customer(n));
            s.setString(2, customer(n));
            s.setString(3, data);
        });
    }

    private interface Binding {
        void bind(PreparedStatement statement, int number) throws SQLException;
    }

    private record Step(String sql, Binding binding) {}

    /** Several prepared statements in one transaction. */
    private final class Statements implements Load.Client {
        private final Connection connection = HotSql.this.open();
        private final List<Step> steps;
        private final PreparedStatement[] prepared;

        Statements(List<Step> steps) throws SQLException {
            this.steps = steps;
            prepared = new PreparedStatement[steps.size()];
            for (int i = 0; i < prepared.length; i++) {
                prepared[i] = connection.prepareStatement(steps.get(i).sql());
            }
            connection.setAutoCommit(false);
        }

        @Override
        public boolean act(int number) throws SQLException {
            for (int i = 0; i < prepared.length; i++) {
                steps.get(i).binding().bind(prepared[i], number);
                prepared[i].execute();
            }
            connection.commit();
            return true;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database, "o2c_migrator", "o2c_migrator");
    }

    private static CannotGoOn failed(SQLException e) {
        return new CannotGoOn("Plain SQL could not be measured: " + e.getMessage() + ".");
    }
}
