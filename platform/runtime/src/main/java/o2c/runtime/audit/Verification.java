package o2c.runtime.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.runtime.work.Sql;

/** Walks a tenant's whole chain again and compares it with what is stored. */
@ApplicationScoped
class Verification {

    private static final int PAGE = 2_000;

    private final Sql sql;

    Verification(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param sealed how many entries are sealed
     * @param unsealed how many wait for their seal
     * @param head hash of the last seal in hexadecimal, null when there is none
     * @param intact whether every seal fits its entry and the seal before
     * @param firstBroken id of the first entry that was changed, removed or slipped in; null when intact
     */
    record Finding(long sealed, long unsealed, String head, boolean intact, UUID firstBroken) {}

    private record Link(long position, UUID entryId, byte[] hash, byte[] previous, Entry entry) {

        static Link from(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong("position"),
                    row.getObject("entry_id", UUID.class),
                    row.getBytes("hash"),
                    row.getBytes("previous_hash"),
                    row.getObject("id") == null ? null : Entry.from(row));
        }

        boolean follows(long position, byte[] hash) {
            return this.position == position + 1
                    && Arrays.equals(previous, hash)
                    && entry != null
                    && Arrays.equals(this.hash, entry.sealedAfter(hash));
        }
    }

    Finding of(String tenant) {
        long position = 0;
        byte[] hash = Entry.ORIGIN;
        UUID broken = null;
        List<Link> page;
        do {
            page = links(tenant, position);
            for (Link link : page) {
                if (broken == null && !link.follows(position, hash)) {
                    broken = link.entryId;
                }
                position = link.position;
                hash = link.hash;
            }
        } while (page.size() == PAGE);
        UUID first = Optional.ofNullable(broken).or(() -> unchained(tenant)).orElse(null);
        String head = position == 0 ? null : HexFormat.of().formatHex(hash);
        return new Finding(position, unsealed(tenant), head, first == null, first);
    }

    private List<Link> links(String tenant, long after) {
        return sql.list(
                "select s.position, s.entry_id, s.hash, s.previous_hash, " + Entry.COLUMNS
                        + " from audit_seal s left join audit_entry e on e.id = s.entry_id and e.tenant = s.tenant"
                        + " where s.tenant = ? and s.position > ? order by s.position limit " + PAGE,
                Link::from,
                tenant,
                after);
    }

    /** An entry that neither is sealed nor waits: somebody took it out of the queue. */
    private Optional<UUID> unchained(String tenant) {
        return sql.first(
                "select e.id from audit_entry e where e.tenant = ?"
                        + " and not exists (select from audit_seal s where s.tenant = ? and s.entry_id = e.id)"
                        + " and not exists (select from audit_unsealed u where u.tenant = ? and u.entry_id = e.id)"
                        + " order by e.id limit 1",
                row -> row.getObject(1, UUID.class),
                tenant,
                tenant,
                tenant);
    }

    private long unsealed(String tenant) {
        return sql.first("select count(*) from audit_unsealed where tenant = ?", row -> row.getLong(1), tenant)
                .orElse(0L);
    }
}
