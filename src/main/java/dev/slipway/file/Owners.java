package dev.slipway.file;

import dev.slipway.account.Accounts;
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
            with theirs as (
              select id, charged from file
              where owner = :owner and state in ('deleted', 'rejected', 'expired', 'merged')
              for update),
            renamed as (
              update file set owner = :name, original_file_name = '', metadata = '{}',
                checksum_sha256 = null, checksum_md5 = null, checksum_crc32c = null,
                rejection_figures = '{}', idempotency_key = null, request_hash = null, charged = 0
              from theirs where file.id = theirs.id)
            update account set
              used_bytes = used_bytes - (select coalesce(sum(charged), 0) from theirs)
            where owner = :owner
            """;

    private final FileRows rows;
    private final EntityManager database;
    private final RowMapping mapping;
    private final Accounts accounts;

    Owners(FileRows rows, EntityManager database, RowMapping mapping, Accounts accounts) {
        this.rows = rows;
        this.database = database;
        this.mapping = mapping;
        this.accounts = accounts;
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
    /// have written there. Such rows are charged to nobody any more.
    public void forget(String owner, UUID pseudonym) {
        var name = "erased:" + pseudonym;
        database.createQuery("update VersionRow set replacedBy = :name where replacedBy = :owner")
                .setParameter("name", name)
                .setParameter("owner", owner)
                .executeUpdate();
        database.createNativeQuery(FORGET)
                .setParameter("name", name)
                .setParameter("owner", owner)
                .executeUpdate();
        accounts.close(owner);
    }
}
