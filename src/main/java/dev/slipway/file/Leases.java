package dev.slipway.file;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/// Hands out open uploads whose forms are dead, each to one reaper at a time: a lease in the row
/// instead of a lock, so a reaper may take its time and may die.
@Singleton
@Transactional
public class Leases {

    /// `array` makes the planner run the inner query once, and not once per row, which would
    /// hand out more than the limit.
    static final String CLAIM =
            """
            update file set lease_until = :until where id = any (array(
              select id from file
              where state in ('pending', 'verifying') and expires_at < :expiredBefore
                and (lease_until is null or lease_until <= :now)
              order by expires_at limit :most for update skip locked))
            returning *
            """;

    private final Session database;
    private final RowMapping mapping;

    Leases(Session database, RowMapping mapping) {
        this.database = database;
        this.mapping = mapping;
    }

    /// At most so many of those that expired first; nobody else gets them before `until`.
    public List<FileRecord> claim(Instant expiredBefore, Instant now, Instant until, int most) {
        return database
                .createNativeQuery(CLAIM, FileRow.class)
                .setParameter("until", until)
                .setParameter("expiredBefore", expiredBefore)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(mapping::record)
                .toList();
    }
}
