package o2c.runtime.work;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plain SQL on the running transaction's connection. What Hibernate still holds back is written first, so that entities
 * and statements see each other. Arrays are bound as SQL arrays, for {@code unnest} and {@code = any(?)}.
 */
@ApplicationScoped
public class Sql {

    private static final int MOST_KEPT = 8;

    private final AgroalDataSource dataSource;
    private final EntityManager entities;

    Sql(AgroalDataSource dataSource, EntityManager entities) {
        this.dataSource = dataSource;
        this.entities = entities;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Row<T> mapper, Object... params) {
        return on(sql, params, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows.add(mapper.map(answer));
                }
            }
            return rows;
        });
    }

    /** The first row of a query, if it has one and that is not null. */
    public <T> Optional<T> first(String sql, Row<T> mapper, Object... params) {
        List<T> rows = list(sql, mapper, params);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** Runs a statement and tells how many rows it touched. */
    public int update(String sql, Object... params) {
        return on(sql, params, PreparedStatement::executeUpdate);
    }

    /**
     * Runs a statement at the end of the transaction, in one round trip with all others that wait for it. Nothing of
     * this transaction may depend on its effect.
     */
    public void last(String sql, Object... params) {
        if (Unit.current().keepForLast(sql, params) >= MOST_KEPT) {
            runLast();
        }
    }

    /** Runs what was kept for the end. */
    void runLast() {
        Unit.Last last = Unit.current().takeLast();
        if (!last.isEmpty()) {
            on(last.sql(), last.params(), PreparedStatement::execute);
        }
    }

    /** Runs one statement for many rows of parameters. */
    public int[] batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return on(sql, new Object[0], statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Fences the transaction; the tenant's last opened day comes back in the same round trip. */
    Optional<LocalDate> beginFor(String tenant, boolean readOnly) {
        return on(
                "select set_config('o2c.tenant', ?, true), set_config('transaction_read_only', ?, true);"
                        + " select max(day) from business_day where tenant = ?",
                new Object[] {tenant, readOnly ? "on" : "off", tenant},
                statement -> {
                    statement.execute();
                    statement.getMoreResults();
                    try (ResultSet day = statement.getResultSet()) {
                        day.next();
                        return Optional.ofNullable(day.getObject(1, LocalDate.class));
                    }
                });
    }

    /** Sends what Hibernate still holds back, if it has a session at all: asking it would open one. */
    private void flush() {
        if (Unit.current().usesEntities()) {
            entities.flush();
        }
    }

    private interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(String sql, Object[] params, Use<T> use) {
        flush();
        try (PreparedStatement statement = Unit.current().connection(dataSource).prepareStatement(sql)) {
            bind(statement, params);
            return use.with(statement);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private static void bind(PreparedStatement statement, Object[] params) throws SQLException {
        for (int i = 0; i < params.length; i++) {
            Object value = params[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof Object[] array) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf(elementType(array), texts(array)));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static String elementType(Object[] array) {
        Class<?> element = array.getClass().getComponentType();
        if (element == UUID.class) {
            return "uuid";
        } else if (element == LocalDate.class) {
            return "date";
        } else if (element == BigDecimal.class) {
            return "numeric";
        } else if (element == Long.class) {
            return "bigint";
        } else if (element == Integer.class) {
            return "integer";
        } else if (element == Boolean.class) {
            return "boolean";
        } else if (element == Instant.class) {
            return "timestamptz";
        }
        return "varchar";
    }

    private static Object[] texts(Object[] array) {
        return Arrays.stream(array)
                .map(value -> value instanceof LocalDate || value instanceof Instant ? value.toString() : value)
                .toArray();
    }
}
