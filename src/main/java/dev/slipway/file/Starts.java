package dev.slipway.file;

import dev.slipway.account.Accounts;
import dev.slipway.account.Allowance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// How rows come into being, and which of them a repeated start means.
@Singleton
public class Starts {

    private static final String KEY_INDEX = "file_idempotency";
    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final List<FileState> KEYLESS =
            List.of(FileState.EXPIRED, FileState.DELETED, FileState.REJECTED);

    /// A row that an earlier start made; `body` is the hash of what that start said.
    public record Earlier(FileRecord file, String body) {}

    private final FileRows rows;
    private final RowMapping mapping;
    private final Accounts accounts;
    private final Event<FileStarted> starts;

    Starts(FileRows rows, RowMapping mapping, Accounts accounts, Event<FileStarted> starts) {
        this.rows = rows;
        this.mapping = mapping;
        this.accounts = accounts;
        this.starts = starts;
    }

    /// One transaction: the row first, then the owner's account, which may refuse. False when
    /// another start has taken the client's key: the row that has it can be read then.
    public boolean insert(NewFile file, Allowance allowance) {
        try {
            QuarkusTransaction.requiringNew().run(() -> record(file, allowance));
            return true;
        } catch (ConstraintViolationException e) {
            if (KEY_INDEX.equals(e.getConstraintName())) {
                return false;
            }
            throw e;
        }
    }

    private void record(NewFile file, Allowance allowance) {
        if (file.idempotency().key() != null) {
            release(file.owner(), file.idempotency().key(), file.createdAt());
        }
        rows.persistAndFlush(mapping.row(file));
        accounts.reserve(file.owner(), file.charge(), allowance);
        starts.fire(new FileStarted(file.id()));
    }

    /// The row that this key of the owner stands for now.
    @Transactional
    public Optional<Earlier> findByKey(String owner, String key, Instant now) {
        return rows.find(
                        """
                        owner = ?1 and idempotencyKey = ?2 and createdAt > ?3 and state not in ?4
                        """,
                        owner,
                        key,
                        now.minus(KEY_LIFE),
                        KEYLESS)
                .firstResultOptional()
                .map(row -> new Earlier(mapping.record(row), row.requestHash));
    }

    /// The newest pending row of the owner that was started since then with this very body, and
    /// whose form is still good at `formGoodAt`.
    @Transactional
    public Optional<FileRecord> findUnused(
            String owner, @Nullable String body, Instant since, Instant formGoodAt) {
        // ids sort by time: the index on them keeps this short for an owner of many files
        return rows.find(
                        """
                        owner = :owner and id >= :first and requestHash = :body
                        and state = :state and expiresAt > :good order by id desc
                        """,
                        Map.of(
                                "owner",
                                owner,
                                "first",
                                FileIds.firstOf(since),
                                "body",
                                String.valueOf(body),
                                "state",
                                FileState.PENDING,
                                "good",
                                formGoodAt))
                .firstResultOptional()
                .map(mapping::record);
    }

    /// A key is free again after a day, and once its row has ended without a file.
    private void release(String owner, String key, Instant now) {
        rows.update(
                """
                idempotencyKey = null
                where owner = ?1 and idempotencyKey = ?2 and (createdAt <= ?3 or state in ?4)
                """,
                owner,
                key,
                now.minus(KEY_LIFE),
                KEYLESS);
    }
}
