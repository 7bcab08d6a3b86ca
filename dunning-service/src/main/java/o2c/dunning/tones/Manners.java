package o2c.dunning.tones;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import o2c.dunning.tones.domain.Attitude;
import o2c.dunning.tones.domain.Manner;
import o2c.dunning.tones.domain.Relation;
import o2c.dunning.tones.domain.ToneTable;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Tells what sets the tone towards customers: how they kept their word within a year, and what they mean to us. */
@ApplicationScoped
public class Manners {

    private final ToneTable table = read();
    private final Sql sql;
    private final Tenancy tenancy;

    Manners(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    ToneTable table() {
        return table;
    }

    /** Of a customer who is not in the answer nothing is known. */
    public Map<String, Manner> of(Collection<String> customerIds) {
        return sql
                .list(
                        "select w.id, c.segment, coalesce(p.kept, 0), coalesce(p.broken, 0) from"
                                + " (select unnest(?) as id) w left join (select customer_id,"
                                + " count(*) filter (where outcome = 'kept') as kept,"
                                + " count(*) filter (where outcome in ('broken', 'partly-kept')) as broken from promise"
                                + " where tenant = ? and customer_id = any(?) and ended_on > ? group by customer_id) p"
                                + " on p.customer_id = w.id left join customer c on c.tenant = ?"
                                + " and c.customer_id = w.id where p.customer_id is not null or c.segment is not null",
                        row -> Map.entry(
                                row.getString(1),
                                new Manner(
                                        Attitude.of(row.getInt(3), row.getInt(4)),
                                        Relation.ofSegment(row.getString(2)),
                                        table)),
                        customerIds.toArray(String[]::new),
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new),
                        tenancy.today().minusYears(1),
                        tenancy.tenant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ToneTable read() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(Manners.class.getResourceAsStream("/tones/tones.csv"), StandardCharsets.UTF_8))) {
            return ToneTable.read(file.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
