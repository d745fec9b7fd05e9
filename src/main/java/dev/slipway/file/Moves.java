package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Moves files from one storage to another: once all their objects have been copied, the rows
/// change together, and what was a copy is the original from then on.
@Singleton
@Transactional
public class Moves {

    static final String HOME =
            """
            select * from file f
            where state = 'finished' and id > :after
              and (content_storage = :storage or exists (
                select 1 from file_version v where v.file_id = f.id and v.storage = :storage))
            order by id limit :most
            """;

    /// Originals, history and ready variants of a file that are in a storage and have not been
    /// copied to the other one.
    static final String NOT_COPIED =
            """
            select count(*) from (
              select object_key from file where id = :id and content_storage = :from
              union
              select object_key from file_version where file_id = :id and storage = :from
              union
              select v.object_key from variant v where v.state = 'ready' and v.content_id in (
                select content_id from file where id = :id and content_storage = :from
                union
                select content_id from file_version where file_id = :id and storage = :from)
            ) needed where not exists (
              select 1 from mirror_copy copy where copy.storage = :to and copy.state = 'copied'
                and copy.object_key = needed.object_key)
            """;

    /// Before every id.
    private static final UUID START = new UUID(0, 0);

    private final Session database;
    private final FileRows rows;
    private final RowMapping mapping;
    private final Event<FileChanged> changes;

    Moves(Session database, FileRows rows, RowMapping mapping, Event<FileChanged> changes) {
        this.database = database;
        this.rows = rows;
        this.mapping = mapping;
        this.changes = changes;
    }

    /// An old content of a file, with its type.
    public record Old(Content content, String fileType) {}

    /// Finished files with a content in this storage, in the order of their ids.
    public List<FileRecord> in(String storage, @Nullable UUID after, int most) {
        return database.createNativeQuery(HOME, FileRow.class)
                .setParameter("storage", storage)
                .setParameter("after", Objects.requireNonNullElse(after, START))
                .setParameter("most", most)
                .getResultStream()
                .map(mapping::record)
                .toList();
    }

    /// What of the file's history is in this storage.
    public List<Old> history(UUID fileId, String storage) {
        return versions(fileId, storage).stream()
                .map(
                        old ->
                                new Old(
                                        new Content(
                                                old.contentId,
                                                old.storage,
                                                new ObjectKey(old.objectKey),
                                                old.etag,
                                                old.size,
                                                old.checksumSha256),
                                        old.fileType))
                .toList();
    }

    /// Changes the storage of a file's contents, if it is still what was `seen`, nothing renders
    /// it and all of it has been copied. `etags` are those in the other storage.
    public boolean move(
            FileRecord seen, String from, String to, Map<ObjectKey, String> etags, Instant now) {
        var row = rows.findById(seen.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null
                || row.state != FileState.FINISHED
                || row.version != seen.version()
                || !row.processing.isOver()
                || notCopied(row.id, from, to) > 0) {
            return false;
        }
        if (from.equals(row.contentStorage)) {
            moved(row.contentId, from, to, now);
            row.contentStorage = to;
            row.etag = etags.getOrDefault(new ObjectKey(row.objectKey), row.etag);
        }
        for (var old : versions(row.id, from)) {
            moved(old.contentId, from, to, now);
            old.storage = to;
            old.etag = etags.getOrDefault(new ObjectKey(old.objectKey), old.etag);
        }
        changes.fire(new FileChanged(row.id));
        return true;
    }

    /// The upload that brought the content is at home where the content is: what removes it
    /// looks there. The objects that were its originals are copies, from now on.
    private void moved(UUID contentId, String from, String to, Instant now) {
        rows.findByIdOptional(contentId).ifPresent(brought -> brought.storage = to);
        database.createNativeMutationQuery(
                        "delete from mirror_copy where storage = :from and content_id = :content")
                .setParameter("from", from)
                .setParameter("content", contentId)
                .executeUpdate();
        database.createNativeMutationQuery(
                        """
                        update mirror_copy set storage = :from, copied_at = :now
                        where storage = :to and content_id = :content
                        """)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("content", contentId)
                .setParameter("now", now)
                .executeUpdate();
    }

    private long notCopied(UUID fileId, String from, String to) {
        return database.createNativeQuery(NOT_COPIED, Long.class)
                .setParameter("id", fileId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }

    private List<VersionRow> versions(UUID fileId, String storage) {
        return database.createQuery(
                        "from VersionRow where fileId = :id and storage = :storage",
                        VersionRow.class)
                .setParameter("id", fileId)
                .setParameter("storage", storage)
                .getResultList();
    }
}
