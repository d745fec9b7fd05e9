package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What the rows say about the objects of a storage, a page at a time.
@Singleton
@Transactional
public class Inventory {

    /// Each source of its own reads no more than a page of its index, however many rows follow.
    static final String EXPECTED =
            """
            select object_key, sum from (
              (select object_key, checksum_sha256 sum from file
               where state = 'finished' and content_storage = :storage
                 and object_key collate "C" > :after and object_key collate "C" <= :last
               order by object_key collate "C" limit :most)
              union all
              (select object_key, checksum_sha256 from file_version
               where storage = :storage
                 and object_key collate "C" > :after and object_key collate "C" <= :last
               order by object_key collate "C" limit :most)
              union all
              (select v.object_key, null from variant v
               join file f on f.content_id = v.content_id and f.state = 'finished'
               where v.state = 'ready' and f.content_storage = :storage
                 and v.object_key collate "C" > :after and v.object_key collate "C" <= :last
               order by v.object_key collate "C" limit :most)
              union all
              (select v.object_key, null from variant v
               join file_version old on old.content_id = v.content_id
               where v.state = 'ready' and old.storage = :storage
                 and v.object_key collate "C" > :after and v.object_key collate "C" <= :last
               order by v.object_key collate "C" limit :most)
              union all
              (select object_key, checksum_sha256 from mirror_copy
               where state = 'copied' and storage = :storage
                 and object_key > :after and object_key <= :last
               order by object_key limit :most)
            ) named order by object_key collate "C" limit :most
            """;

    static final String UNNAMED =
            """
            select key from unnest(cast(:keys as text[])) key
            where not exists (select 1 from file where object_key = key and state = 'finished')
              and not exists (select 1 from file_version where object_key = key)
              and not exists (select 1 from variant where object_key = key)
            """;

    static final String IN_MOTION =
            """
            select id from file where id = any(cast(:ids as uuid[]))
              and (state in ('pending', 'verifying')
                or (state in ('deleted', 'rejected', 'expired') and purged_at is null))
            union
            select content_id from file where content_id = any(cast(:ids as uuid[]))
              and processing in ('queued', 'running')
            """;

    private final Session database;

    Inventory(Session database) {
        this.database = database;
    }

    /// An object that should be there; `sha256` (base64) where its row has one.
    public record Expected(ObjectKey key, @Nullable String sha256) {}

    /// The first `most` objects that should be in this storage below `prefix`, which ends with a
    /// slash, in the order of their keys: after the key `after` up to and including `last`.
    public List<Expected> expected(
            String storage,
            String prefix,
            @Nullable ObjectKey after,
            @Nullable ObjectKey last,
            int most) {
        return database.createNativeQuery(EXPECTED, Tuple.class)
                .setParameter("storage", storage)
                .setParameter("after", after == null ? prefix : after.value())
                .setParameter("last", last == null ? endOf(prefix) : last.value())
                .setParameter("most", most)
                .getResultStream()
                .map(
                        row ->
                                new Expected(
                                        new ObjectKey(row.get(0, String.class)),
                                        row.get(1, String.class)))
                .toList();
    }

    /// Those of these keys that no row names, without those of uploads that are just becoming
    /// files, being rendered or being removed.
    public Set<ObjectKey> strays(Collection<ObjectKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var unnamed =
                database.createNativeQuery(UNNAMED, String.class)
                        .setParameter("keys", array(keys))
                        .getResultStream()
                        .map(key -> new ObjectKey(key))
                        .toList();
        var inMotion = inMotion(contentsOf(unnamed));
        return unnamed.stream()
                .filter(key -> Keys.findContent(key.value()).filter(inMotion::contains).isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether objects of this content may still be about to be named, or to be removed.
    public boolean isInMotion(UUID contentId) {
        return !inMotion(Set.of(contentId)).isEmpty();
    }

    private Set<UUID> inMotion(Collection<UUID> contents) {
        return new HashSet<>(
                database.createNativeQuery(IN_MOTION, UUID.class)
                        .setParameter("ids", array(contents))
                        .getResultList());
    }

    /// Those of the uploads that are open and bring their bytes to this storage.
    public Set<UUID> open(String storage, Collection<UUID> uploads) {
        return uploads.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        database.createQuery(
                                        """
                                        select id from FileRow
                                        where id in :ids and storage = :storage and state in :open
                                        """,
                                        UUID.class)
                                .setParameter("ids", uploads)
                                .setParameter("storage", storage)
                                .setParameter("open", Files.OPEN)
                                .getResultList());
    }

    private static Set<UUID> contentsOf(Collection<ObjectKey> keys) {
        return keys.stream()
                .flatMap(key -> Keys.findContent(key.value()).stream())
                .collect(Collectors.toSet());
    }

    /// As PostgreSQL writes arrays: keys and ids hold none of its special characters.
    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /// What sorts after everything below the prefix: `0` follows the slash.
    private static String endOf(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + "0";
    }
}
