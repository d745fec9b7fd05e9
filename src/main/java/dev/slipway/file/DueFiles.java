package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/// Finished files whose time is over, and those whose time soon is. A legal hold takes a file
/// out of both.
@Singleton
@Transactional
public class DueFiles {

    static final String DUE =
            """
            select * from file
            where state = 'finished' and not legal_hold and delete_after <= :by
            order by delete_after limit :most
            """;

    static final String ANNOUNCE =
            """
            update file set announced = true where id = any (array(
              select id from file
              where state = 'finished' and not legal_hold and not announced
                and delete_after <= :by
              order by delete_after limit :most for update skip locked))
            returning *
            """;

    private final Session database;
    private final RowMapping mapping;
    private final Event<FileExpiring> announcements;

    DueFiles(Session database, RowMapping mapping, Event<FileExpiring> announcements) {
        this.database = database;
        this.mapping = mapping;
        this.announcements = announcements;
    }

    /// Some that are to go by `by`, the longest overdue first.
    public List<FileRecord> by(Instant by, int most) {
        return rows(DUE, by, most).map(mapping::record).toList();
    }

    /// Announces some that go by `by`.
    ///
    /// @return how many
    public int announce(Instant by, int most) {
        var rows = rows(ANNOUNCE, by, most).toList();
        rows.forEach(row -> announcements.fire(new FileExpiring(row.id, row.deleteAfter)));
        return rows.size();
    }

    private Stream<FileRow> rows(String query, Instant by, int most) {
        return database
                .createNativeQuery(query, FileRow.class)
                .setParameter("by", by)
                .setParameter("most", most)
                .getResultList()
                .stream();
    }
}
