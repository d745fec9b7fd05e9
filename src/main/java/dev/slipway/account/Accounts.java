package dev.slipway.account;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/// What each owner has used up: the bytes that its rows are charged with, and how many of them
/// are open. Every change belongs to the transaction that changes the row, and comes after it,
/// so at any moment the account is the sum of the rows and two changes never wait for each other
/// crosswise.
@Singleton
@Transactional(TxType.MANDATORY)
public class Accounts {

    private static final int RETRY_AFTER_SECONDS = 60;

    private static final String RESERVE =
            """
            insert into account (owner, used_bytes, pending)
            select cast(:owner as text), cast(:bytes as bigint), 1
            where cast(:bytes as bigint) <= :maxBytes
            on conflict (owner) do update set
              used_bytes = account.used_bytes + excluded.used_bytes,
              pending = account.pending + 1
            where account.used_bytes <= :maxBytes - excluded.used_bytes
              and account.pending < :maxPending
            """;

    private static final String CHANGE =
            """
            update account set used_bytes = used_bytes + :bytes, pending = pending + :pending
            where owner = :owner
            """;

    private final EntityManager database;

    Accounts(EntityManager database) {
        this.database = database;
    }

    /// Takes `bytes` and one open upload, as one conditional update; refused when the account
    /// would go further than the allowance.
    public void reserve(String owner, long bytes, Allowance allowance) {
        var taken =
                database.createNativeQuery(RESERVE)
                        .setParameter("owner", owner)
                        .setParameter("bytes", bytes)
                        .setParameter("maxBytes", allowance.maxBytes())
                        .setParameter("maxPending", allowance.maxPending())
                        .executeUpdate();
        if (taken == 0) {
            refuse(owner, bytes, allowance);
        }
    }

    /// An open upload has ended. What it has reserved stays so.
    public void ended(String owner) {
        change(owner, 0, -1);
    }

    /// An open upload has become a file of another size than was reserved, by so many bytes.
    public void settled(String owner, long difference) {
        change(owner, difference, -1);
    }

    /// A file has other bytes than before, by so many more.
    public void resized(String owner, long difference) {
        change(owner, difference, 0);
    }

    /// The bytes are not there any more, and cannot come again.
    public void givenBack(String owner, long bytes) {
        change(owner, -bytes, 0);
    }

    /// Forgets an owner who uses nothing.
    public void close(String owner) {
        database.createNativeQuery(
                        "delete from account where owner = :owner and used_bytes = 0 and pending = 0")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    private void change(String owner, long bytes, int pending) {
        var changed =
                database.createNativeQuery(CHANGE)
                        .setParameter("owner", owner)
                        .setParameter("bytes", bytes)
                        .setParameter("pending", pending)
                        .executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException("an owner of files has no account: " + owner);
        }
    }

    /// The account is locked by the update that did not go through, so this is what it saw.
    private void refuse(String owner, long bytes, Allowance allowance) {
        List<?> found =
                database.createNativeQuery("select used_bytes from account where owner = :owner")
                        .setParameter("owner", owner)
                        .getResultList();
        var used = found.isEmpty() ? 0 : ((Number) found.getFirst()).longValue();
        throw bytes > allowance.maxBytes() - used
                ? new QuotaExceeded(used, allowance.maxBytes(), bytes).refusal()
                : new TooManyPending(allowance.maxPending(), RETRY_AFTER_SECONDS).refusal();
    }
}
