package dev.slipway.file;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What somebody owns, for taking it all away.
@Singleton
@Transactional
public class Owners {

    /// What an owner has, and has had since some time.
    ///
    /// @param deleted files that were deleted since then
    /// @param cancelled uploads that were cancelled since then
    /// @param held files that a legal hold keeps
    /// @param left ended uploads that still may have objects
    public record Figures(long deleted, long cancelled, long held, long left) {}

    private static final String LEFT =
            """
            select count(*) from file
            where (owner = :owner or replaces in (select id from file where owner = :owner))
              and state in ('deleted', 'rejected', 'expired') and purged_at is null
            """;

    private static final String FORGET =
            """
            update file set owner = :name, original_file_name = '', metadata = '{}',
              checksum_sha256 = null, checksum_md5 = null, checksum_crc32c = null,
              rejection_figures = '{}'
            where owner = :owner and state in ('deleted', 'rejected', 'expired', 'merged')
            """;

    private final FileRows rows;
    private final EntityManager database;
    private final RowMapping mapping;

    Owners(FileRows rows, EntityManager database, RowMapping mapping) {
        this.rows = rows;
        this.database = database;
        this.mapping = mapping;
    }

    /// Some of the owner's uploads and files that can be cancelled or deleted.
    public List<FileRecord> page(String owner, int most) {
        return rows
                .find(
                        """
                        owner = ?1 and state in ('pending', 'verifying', 'finished')
                        and not legalHold order by id desc
                        """,
                        owner)
                .page(0, most)
                .stream()
                .map(mapping::record)
                .toList();
    }

    public Figures figures(String owner, Instant since) {
        var deleted = "owner = ?1 and state = 'deleted' and endedAt >= ?2 and uploadFinishedAt is ";
        return new Figures(
                rows.count(deleted + "not null", owner, since),
                rows.count(deleted + "null", owner, since),
                rows.count("owner = ?1 and legalHold", owner),
                ((Number)
                                database.createNativeQuery(LEFT)
                                        .setParameter("owner", owner)
                                        .getSingleResult())
                        .longValue());
    }

    /// Puts a pseudonym in the owner's place wherever no file of theirs is, and blanks what they
    /// have written there.
    public void forget(String owner, UUID pseudonym) {
        var name = "erased:" + pseudonym;
        database.createNativeQuery(FORGET)
                .setParameter("name", name)
                .setParameter("owner", owner)
                .executeUpdate();
        database.createQuery("update VersionRow set replacedBy = :name where replacedBy = :owner")
                .setParameter("name", name)
                .setParameter("owner", owner)
                .executeUpdate();
    }
}
