package o2c.dunning.strategies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import o2c.dunning.strategies.domain.Channel;
import o2c.dunning.strategies.domain.Strategy;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.dunning.strategies.domain.Tone;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The stored versions of the tenant's strategy, behind the shipped one. */
@ApplicationScoped
class StrategyVersions {

    private final Sql sql;
    private final Tenancy tenancy;
    private final ShippedStrategy shipped;

    StrategyVersions(Sql sql, Tenancy tenancy, ShippedStrategy shipped) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.shipped = shipped;
    }

    private record Line(
            int version, String name, String author, String publisher, LocalDate validFrom, StrategyStep step) {}

    Strategy load() {
        Map<Integer, List<Line>> lines = new LinkedHashMap<>();
        sql.list(
                        "select v.version, v.name, v.author, v.publisher, v.valid_from, s.level, s.name,"
                                + " s.days_from_due, s.channel, s.tone, s.minimum_amount from strategy_version v"
                                + " join strategy_step s using (tenant, strategy_id, version)"
                                + " where v.tenant = ? and v.strategy_id = ? order by v.version, s.level",
                        StrategyVersions::line,
                        tenancy.tenant(),
                        shipped.version().strategyId())
                .forEach(line -> lines.computeIfAbsent(line.version, version -> new ArrayList<>())
                        .add(line));
        return new Strategy(
                shipped.version().strategyId(),
                Stream.concat(
                                Stream.of(shipped.version()),
                                lines.values().stream().map(this::version))
                        .toList());
    }

    void insert(StrategyVersion draft) {
        sql.update(
                "insert into strategy_version (tenant, strategy_id, version, name, author, drafted_at)"
                        + " values (?, ?, ?, ?, ?, now())",
                tenancy.tenant(),
                draft.strategyId(),
                draft.version(),
                draft.content().name(),
                draft.author());
        sql.batch(
                "insert into strategy_step (tenant, strategy_id, version, level, name, days_from_due, channel, tone,"
                        + " minimum_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.content().steps().stream()
                        .map(step -> stepRow(draft, step))
                        .toList());
    }

    void publish(StrategyVersion published) {
        sql.update(
                "update strategy_version set publisher = ?, published_at = now(), valid_from = ?"
                        + " where tenant = ? and strategy_id = ? and version = ?",
                published.publisher(),
                published.validFrom(),
                tenancy.tenant(),
                published.strategyId(),
                published.version());
    }

    private Object[] stepRow(StrategyVersion draft, StrategyStep step) {
        return new Object[] {
            tenancy.tenant(),
            draft.strategyId(),
            draft.version(),
            step.level(),
            step.name(),
            step.daysFromDue(),
            step.channel().code(),
            step.tone().code(),
            step.minimumAmount()
        };
    }

    private StrategyVersion version(List<Line> lines) {
        Line first = lines.get(0);
        return new StrategyVersion(
                shipped.version().strategyId(),
                first.version,
                new StrategyContent(first.name, lines.stream().map(Line::step).toList()),
                first.author,
                first.publisher,
                first.validFrom);
    }

    private static Line line(ResultSet row) throws SQLException {
        StrategyStep step = new StrategyStep(
                row.getInt(6),
                row.getString(7),
                row.getInt(8),
                Channel.ofCode(row.getString(9)),
                Tone.ofCode(row.getString(10)),
                row.getBigDecimal(11));
        return new Line(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                step);
    }
}
