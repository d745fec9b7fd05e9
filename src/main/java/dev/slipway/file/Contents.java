package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which objects and contents the rows name: what no row names may go.
@Singleton
@Transactional
public class Contents {

    private final EntityManager database;

    Contents(EntityManager database) {
        this.database = database;
    }

    /// Whether a file that is there, one of its variants, or its history needs the object.
    public boolean areNaming(ObjectKey key) {
        return database.createQuery(
                                """
                                select
                                  (select count(*) from FileRow where objectKey = :key and state = 'finished')
                                + (select count(*) from VersionRow where objectKey = :key)
                                + (select count(*) from VariantRow where objectKey = :key)
                                """,
                                Long.class)
                        .setParameter("key", key.value())
                        .getSingleResult()
                > 0;
    }

    /// The contents of a file: the upload itself, the present one and those of its history.
    Set<UUID> of(FileRow file) {
        var ids = new HashSet<UUID>();
        ids.add(file.id);
        if (file.contentId != null) {
            ids.add(file.contentId);
        }
        ids.addAll(
                database.createQuery(
                                "select contentId from VersionRow where fileId = :id", UUID.class)
                        .setParameter("id", file.id)
                        .getResultList());
        return ids;
    }

    /// Forgets a content that nothing needs at `now`. Its file's row is locked meanwhile: a legal
    /// hold comes before or after, never in between.
    ///
    /// @return until when the content is needed; after `now`, nothing was forgotten
    Instant release(UUID contentId, Instant now) {
        database.createQuery(
                        """
                        from FileRow where id in
                          (select fileId from VersionRow where contentId = :id)
                        """,
                        FileRow.class)
                .setParameter("id", contentId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        var neededUntil = neededUntil(contentId);
        if (!now.isBefore(neededUntil)) {
            forget(List.of(contentId));
        }
        return neededUntil;
    }

    /// No object of this upload is left, and no form can bring another.
    void purged(UUID contentId, Instant now) {
        database.createQuery("update FileRow set purgedAt = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", contentId)
                .executeUpdate();
    }

    /// For ever while it is a file's present one, or history under a legal hold; for a while
    /// when it is other history; not at all otherwise.
    private Instant neededUntil(UUID contentId) {
        var forEver =
                database.createQuery(
                                """
                                select
                                  (select count(*) from FileRow where contentId = :id and state = 'finished')
                                + (select count(*) from VersionRow v join FileRow f on f.id = v.fileId
                                   where v.contentId = :id and f.legalHold)
                                """,
                                Long.class)
                        .setParameter("id", contentId)
                        .getSingleResult();
        return forEver > 0
                ? Instant.MAX
                : database.createQuery(
                                "select keptUntil from VersionRow where contentId = :id",
                                Instant.class)
                        .setParameter("id", contentId)
                        .getResultStream()
                        .findFirst()
                        .orElse(Instant.MIN);
    }

    /// Forgets the variants and the history entries of these contents.
    void forget(Iterable<UUID> contentIds) {
        for (var id : contentIds) {
            for (var rows : List.of("VariantRow", "VersionRow")) {
                database.createQuery("delete from " + rows + " where contentId = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }
    }
}
