package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is left of an upload that has ended without a file: the row, which answers late
/// questions for a while, and without anything that a person could be known by once it is
/// deleted.
@Singleton
@Transactional
public class Tombstones {

    /// Nothing may point at a row that goes: those that replaced it go before it.
    static final String REMOVE =
            """
            delete from file where id = any (array(
              select id from file ended
              where state in ('deleted', 'rejected', 'expired')
                and purged_at is not null and ended_at < :endedBefore
                and not exists (select 1 from file other where other.replaces = ended.id)
                and not exists (select 1 from file_version v where v.file_id = ended.id)
              order by ended_at limit :most for update skip locked))
            """;

    private final FileRows rows;
    private final EntityManager database;
    private final Contents contents;
    private final Charges charges;
    private final Event<FileChanged> changes;

    Tombstones(
            FileRows rows,
            EntityManager database,
            Contents contents,
            Charges charges,
            Event<FileChanged> changes) {
        this.rows = rows;
        this.database = database;
        this.contents = contents;
        this.charges = charges;
        this.changes = changes;
    }

    /// Deletes a file, with its history and the re-uploads that it consists of, unless it is not
    /// what `seen` was any more or a legal hold keeps it.
    ///
    /// @return the contents whose objects have to go, or empty when nothing was deleted
    public Optional<Set<UUID>> bury(FileRecord seen, Instant now) {
        var row = rows.findById(seen.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null
                || row.state != seen.state()
                || row.legalHold
                || !Objects.equals(row.deleteAfter, seen.keeping().deleteAfter())) {
            return Optional.empty();
        }
        var left = new HashSet<>(contents.of(row));
        contents.forget(left);
        for (var merged : mergedInto(row.id)) {
            if (merged.purgedAt == null) {
                left.add(merged.id);
            }
            blank(merged, now);
        }
        row.purgedAt = null;
        blank(row, now);
        if (seen.state().isOpen()) {
            charges.ended(row.id);
        }
        return Optional.of(left);
    }

    /// Removes some rows that ended before this time and have no objects any more.
    ///
    /// @return how many
    public int remove(Instant endedBefore, int most) {
        return database.createNativeQuery(REMOVE)
                .setParameter("endedBefore", endedBefore)
                .setParameter("most", most)
                .executeUpdate();
    }

    /// Locked: they are written back whole.
    private List<FileRow> mergedInto(UUID id) {
        return rows.find("replaces = ?1 and state = 'merged' order by id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private void blank(FileRow row, Instant now) {
        row.state = FileState.DELETED;
        row.endedAt = now;
        row.originalFileName = "";
        row.metadata = "{}";
        row.checksumSha256 = null;
        row.checksumMd5 = null;
        row.checksumCrc32c = null;
        // a content is named by its key and its ETag, which come from its checksum
        row.contentId = null;
        row.contentStorage = null;
        row.objectKey = null;
        row.etag = null;
        row.claim = null;
        row.idempotencyKey = null;
        row.requestHash = null;
        row.deleteAfter = null;
        row.rejectionCode = null;
        row.rejectionDetail = null;
        row.rejectionFigures = null;
        changes.fire(new FileChanged(row.id));
    }
}
