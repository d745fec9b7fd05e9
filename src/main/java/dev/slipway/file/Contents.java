package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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
    public Set<UUID> of(FileRecord file) {
        var ids = new HashSet<UUID>();
        ids.add(file.id());
        if (file.content() != null) {
            ids.add(file.content().id());
        }
        ids.addAll(
                database.createQuery(
                                "select contentId from VersionRow where fileId = :id", UUID.class)
                        .setParameter("id", file.id())
                        .getResultList());
        return ids;
    }

    /// Until when a content has to stay: for ever while it is a file's present one, for a while
    /// when it is history, not at all otherwise.
    public Instant neededUntil(UUID contentId) {
        var present =
                database.createQuery(
                                "select count(*) from FileRow where contentId = :id and state = 'finished'",
                                Long.class)
                        .setParameter("id", contentId)
                        .getSingleResult();
        return present > 0
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
    public void forget(Iterable<UUID> contentIds) {
        for (var id : contentIds) {
            for (var rows : List.of("VariantRow", "VersionRow")) {
                database.createQuery("delete from " + rows + " where contentId = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }
    }
}
