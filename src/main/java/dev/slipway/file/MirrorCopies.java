package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/// Which objects there are once more, in storages that their rows do not name. A copy is known
/// before its first byte is written, so that it goes with its file whatever happens.
@Singleton
@Transactional
public class MirrorCopies {

    private static final String NEEDED =
            """
            (exists (select 1 from file where content_id = :content and state = 'finished'
                and content_storage <> :storage)
              or exists (select 1 from file_version v where v.content_id = :content
                and v.storage <> :storage))
            """;

    private static final String BEGIN =
            """
            insert into mirror_copy (storage, object_key, content_id, state)
            select :storage, :key, :content, 'copying' where %s
            on conflict (storage, object_key) do update set state = 'copying'
              where mirror_copy.state = 'copying'
            """
                    .formatted(NEEDED);

    private static final String COPIED =
            """
            update mirror_copy set state = 'copied', checksum_sha256 = :sum, copied_at = :now
            where storage = :storage and object_key = :key and %s
            """
                    .formatted(NEEDED);

    private final Session database;

    MirrorCopies(Session database) {
        this.database = database;
    }

    /// The present content of a finished file.
    public Optional<UUID> findContent(UUID fileId) {
        return database.createNativeQuery(
                        """
                        select content_id from file
                        where id = :id and state = 'finished' and content_id is not null
                        """,
                        UUID.class)
                .setParameter("id", fileId)
                .getResultStream()
                .findFirst();
    }

    /// Announces a copy. False when there is one already, the storage is the content's own, or
    /// nothing needs the content any more.
    public boolean begin(String storage, UUID contentId, ObjectKey key) {
        return change(BEGIN, storage, key).setParameter("content", contentId).executeUpdate() == 1;
    }

    /// The copy is there, and has been read back. False when nothing needs it any more.
    public boolean copied(
            String storage, UUID contentId, ObjectKey key, String sha256, Instant now) {
        return change(COPIED, storage, key)
                        .setParameter("content", contentId)
                        .setParameter("sum", sha256)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /// The storages that have, or may have, copies of objects of this content.
    public List<String> storages(UUID contentId) {
        return database.createNativeQuery(
                        "select distinct storage from mirror_copy where content_id = :content",
                        String.class)
                .setParameter("content", contentId)
                .getResultList();
    }

    /// The keys of this content's objects that were copied to this storage, or may have been.
    public List<ObjectKey> keys(String storage, UUID contentId) {
        return database.createNativeQuery(
                        """
                        select object_key from mirror_copy
                        where storage = :storage and content_id = :content
                        """,
                        String.class)
                .setParameter("storage", storage)
                .setParameter("content", contentId)
                .getResultStream()
                .map(ObjectKey::new)
                .toList();
    }

    /// Some contents that have copies in one storage and are at home in another.
    public List<UUID> contents(String storage, String home, int most) {
        return database.createNativeQuery(
                        """
                        select distinct copy.content_id from mirror_copy copy
                        join file brought on brought.id = copy.content_id
                        where copy.storage = :storage and brought.storage = :home limit :most
                        """,
                        UUID.class)
                .setParameter("storage", storage)
                .setParameter("home", home)
                .setParameter("most", most)
                .getResultList();
    }

    /// The copies of this content in this storage are gone.
    public void forget(String storage, UUID contentId) {
        database.createNativeMutationQuery(
                        "delete from mirror_copy where storage = :storage and content_id = :content")
                .setParameter("storage", storage)
                .setParameter("content", contentId)
                .executeUpdate();
    }

    private MutationQuery change(String statement, String storage, ObjectKey key) {
        return database.createNativeMutationQuery(statement)
                .setParameter("storage", storage)
                .setParameter("key", key.value());
    }
}
