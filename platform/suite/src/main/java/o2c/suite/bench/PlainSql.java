package o2c.suite.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import o2c.suite.rest.CannotGoOn;

/** The same rows by one SQL statement into tables of their own in invoice-service's PostgreSQL. */
final class PlainSql {

    private static final String[] TABLES = {
        "drop schema if exists bench cascade",
        "create schema bench",
        "create table bench.invoice (id uuid primary key, tenant varchar(64) not null, seller_id varchar(64) not null,"
                + " customer_id varchar(64) not null, number varchar(200) not null, issued_on date not null,"
                + " due_on date not null, currency varchar(3) not null, total numeric(19,4) not null,"
                + " outstanding numeric(19,4) not null, unique (tenant, seller_id, number))",
        "create index on bench.invoice (tenant, customer_id)",
        "create index on bench.invoice (tenant, due_on)",
        "create table bench.entry (id bigint generated always as identity primary key, tenant varchar(64) not null,"
                + " invoice_id uuid not null, kind varchar(20) not null, amount numeric(19,4) not null,"
                + " booked_on date not null, recorded_at timestamptz(3) not null)",
        "create index on bench.entry (tenant, invoice_id)",
        "create table bench.event (id uuid primary key, tenant varchar(64) not null, customer_id varchar(64) not null,"
                + " type varchar(100) not null, sequence bigint not null, data text not null,"
                + " recorded_at timestamptz(3) not null)",
        "create unique index on bench.event (tenant, customer_id, sequence)"
    };

    private static final String INSERT = """
            with told as (
              select gen_random_uuid() as id, customer_id, number, amount, (select ?::date) as issued_on,
                (select ?::date) as due_on
              from unnest(?::varchar[], ?::varchar[], ?::numeric[]) as row (customer_id, number, amount)),
            made as (
              insert into bench.invoice select id, 'other', 'bench', customer_id, number, issued_on, due_on, 'EUR',
                amount, amount from told),
            booked as (
              insert into bench.entry (tenant, invoice_id, kind, amount, booked_on, recorded_at)
              select 'other', id, 'issued', amount, issued_on, now() from told)
            insert into bench.event select gen_random_uuid(), 'other', customer_id, 'o2c.invoice.InvoiceIssued',
              row_number() over (partition by customer_id order by number),
              json_build_object('invoiceId', id, 'customerId', customer_id, 'sellerId', 'bench',
                'invoiceNumber', number, 'issuedOn', issued_on, 'dueOn', due_on, 'payableOn', due_on,
                'total', json_build_object('amount', amount::text, 'currency', 'EUR'))::text, now()
            from told""";

    private PlainSql() {}

    /** Seconds for all rows, the best of three; {@code database} is a JDBC address. */
    static double seconds(String database, Rows rows) {
        try (Connection connection = DriverManager.getConnection(database, "o2c_migrator", "o2c_migrator")) {
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                best = Math.min(best, once(connection, rows));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema bench cascade");
            }
            return best;
        } catch (SQLException e) {
            throw new CannotGoOn("Plain SQL could not be measured: " + e.getMessage() + ".");
        }
    }

    private static double once(Connection connection, Rows rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        Array customers = connection.createArrayOf("varchar", rows.customers());
        Array numbers = connection.createArrayOf("varchar", rows.numbers());
        Array amounts = connection.createArrayOf("numeric", rows.amounts());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rows.issuedOn());
            insert.setObject(2, rows.dueOn());
            insert.setArray(3, customers);
            insert.setArray(4, numbers);
            insert.setArray(5, amounts);
            long begin = System.nanoTime();
            insert.executeUpdate();
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
