package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

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

    static final String LACKING =
            """
            select content_id from file f
            where state = 'finished' and content_storage <> :storage
              and content_id > :after
              and not exists (select 1 from mirror_copy copy where copy.storage = :storage
                and copy.object_key = f.object_key and copy.state = 'copied')
            order by content_id limit :most
            """;

    static final String ELSEWHERE =
            """
            select distinct content_id from mirror_copy copy
            where storage = :storage and content_id > :after
              and exists (select 1 from file brought
                where brought.id = copy.content_id and brought.storage = :home)
              and coalesce(:since > (select max(youngest.copied_at) from mirror_copy youngest
                where youngest.content_id = copy.content_id and youngest.storage = :storage), true)
            order by content_id limit :most
            """;

    /// Before every id.
    private static final UUID START = new UUID(0, 0);

    private final Session database;

    MirrorCopies(Session database) {
        this.database = database;
    }

    /// One object in a storage that its row does not name. It is `copying` until its bytes have
    /// been read back there, then `copied` with their SHA-256 (base64).
    public record Copy(
            String storage,
            String key,
            String state,
            @Nullable String checksumSha256,
            @Nullable Instant copiedAt) {}

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

    /// Some contents of finished files that are at home elsewhere and have not been copied to
    /// this storage, in the order of their ids.
    public List<UUID> lacking(String storage, @Nullable UUID after, int most) {
        return database.createNativeQuery(LACKING, UUID.class)
                .setParameter("storage", storage)
                .setParameter("after", Objects.requireNonNullElse(after, START))
                .setParameter("most", most)
                .getResultList();
    }

    /// Announces a copy. False when there is one already, the storage is the content's own, or
    /// nothing needs the content any more.
    public boolean begin(String storage, UUID contentId, ObjectKey key) {
        return change(BEGIN, storage, key).setParameter("content", contentId).executeUpdate() == 1;
    }

    /// A copy that was there is not: the next one to [#begin] makes it again.
    public void lost(String storage, ObjectKey key) {
        database.createNativeMutationQuery(
                        """
                        update mirror_copy set state = 'copying', checksum_sha256 = null
                        where storage = :storage and object_key = :key and state = 'copied'
                        """)
                .setParameter("storage", storage)
                .setParameter("key", key.value())
                .executeUpdate();
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

    /// Some contents that have copies in one storage and have been at home in another since
    /// before `since`, in the order of their ids.
    public List<UUID> contents(
            String storage, String home, Instant since, @Nullable UUID after, int most) {
        return database.createNativeQuery(ELSEWHERE, UUID.class)
                .setParameter("storage", storage)
                .setParameter("home", home)
                .setParameter("since", since)
                .setParameter("after", Objects.requireNonNullElse(after, START))
                .setParameter("most", most)
                .getResultList();
    }

    /// How many objects are copies in one storage while their contents are at home in another.
    public long count(String storage, String home) {
        return database.createNativeQuery(
                        """
                        select count(*) from mirror_copy copy
                        join file brought on brought.id = copy.content_id
                        where copy.storage = :storage and brought.storage = :home
                        """,
                        Long.class)
                .setParameter("storage", storage)
                .setParameter("home", home)
                .getSingleResult();
    }

    /// The copies of a content, in the order of their storages and keys.
    public List<Copy> of(UUID contentId) {
        return database.createNativeQuery(
                        """
                        select storage, object_key, state, checksum_sha256, copied_at
                        from mirror_copy where content_id = :content
                        order by storage, object_key
                        """,
                        Tuple.class)
                .setParameter("content", contentId)
                .getResultStream()
                .map(
                        row ->
                                new Copy(
                                        row.get("storage", String.class),
                                        row.get("object_key", String.class),
                                        row.get("state", String.class),
                                        row.get("checksum_sha256", String.class),
                                        row.get("copied_at", Instant.class)))
                .toList();
    }

    /// The copies of this content in this storage are gone.
    public void forget(String storage, UUID contentId) {
        database.createNativeMutationQuery(
                        "delete from mirror_copy where storage = :storage and content_id = :content")
                .setParameter("storage", storage)
                .setParameter("content", contentId)
                .executeUpdate();
    }

    /// These copies in this storage are gone.
    public void forget(String storage, Collection<ObjectKey> keys) {
        for (var key : keys) {
            change(
                            "delete from mirror_copy where storage = :storage and object_key = :key",
                            storage,
                            key)
                    .executeUpdate();
        }
    }

    private MutationQuery change(String statement, String storage, ObjectKey key) {
        return database.createNativeMutationQuery(statement)
                .setParameter("storage", storage)
                .setParameter("key", key.value());
    }
}
