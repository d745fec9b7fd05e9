package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which objects the rows name in a storage, in the order in which a storage lists them: so that
/// the two can be compared page by page.
@Singleton
@Transactional
public class NamedKeys {

    /// Files that are there, their ready variants, their history, and copies of all these.
    private static final String BETWEEN =
            """
            select object_key from file
            where object_key collate "C" > :after and object_key collate "C" <= :last
              and content_storage = :storage and state = 'finished'
            union
            select v.object_key from variant v join file u on u.id = v.content_id
            where v.object_key collate "C" > :after and v.object_key collate "C" <= :last
              and u.storage = :storage
            union
            select object_key from file_version
            where object_key collate "C" > :after and object_key collate "C" <= :last
              and storage = :storage
            union
            select object_key from mirror_copy
            where object_key > :after and object_key <= :last
              and storage = :storage and state = 'copied'
            """;

    private final EntityManager database;

    NamedKeys(EntityManager database) {
        this.database = database;
    }

    /// The keys after `after` up to and with `last`.
    public Set<ObjectKey> between(String storage, String after, String last) {
        List<?> keys =
                database.createNativeQuery(BETWEEN)
                        .setParameter("storage", storage)
                        .setParameter("after", after)
                        .setParameter("last", last)
                        .getResultList();
        var named = new HashSet<ObjectKey>();
        keys.forEach(key -> named.add(new ObjectKey(String.valueOf(key))));
        return named;
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
}
