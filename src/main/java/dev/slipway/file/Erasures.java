package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The erasures of owners, by a digest of their name: the name itself goes with the last step.
@Singleton
@Transactional
public class Erasures {

    /// A second one goes on where the first one ended.
    private static final String START =
            """
            insert into erasure (owner_digest, owner, started_at) values (:digest, :owner, :now)
            on conflict (owner_digest) do update
              set owner = excluded.owner, started_at = excluded.started_at, finished_at = null
              where erasure.finished_at is not null
            """;

    private final EntityManager database;
    private final Owners owners;
    private final Event<OwnerErased> erased;

    Erasures(EntityManager database, Owners owners, Event<OwnerErased> erased) {
        this.database = database;
        this.owners = owners;
        this.erased = erased;
    }

    /// What stands for the owner's name.
    public static String digest(String owner) {
        return Sha256.hex(owner);
    }

    /// Begins, unless it goes on already.
    public void start(String owner, Instant now) {
        database.createNativeQuery(START)
                .setParameter("digest", digest(owner))
                .setParameter("owner", owner)
                .setParameter("now", now)
                .executeUpdate();
        erased.fire(new OwnerErased(owner));
    }

    /// How far it is, or empty when nobody has asked for it.
    public Optional<Erasure> find(String owner) {
        return Optional.ofNullable(database.find(ErasureRow.class, digest(owner)))
                .map(this::erasure);
    }

    /// The owner whose erasure goes on under this digest.
    public Optional<String> findOwner(String digest) {
        return Optional.ofNullable(database.find(ErasureRow.class, digest)).map(row -> row.owner);
    }

    /// The last step: the name goes. False when the owner has something (again) that is to go
    /// first.
    public boolean finish(String owner, UUID pseudonym, Instant now) {
        var row = database.find(ErasureRow.class, digest(owner), LockModeType.PESSIMISTIC_WRITE);
        if (row.finishedAt != null) {
            return true;
        }
        var end = erasure(row);
        if (end.objectsLeft() > 0 || !owners.page(owner, 1).isEmpty()) {
            return false;
        }
        owners.forget(owner, pseudonym);
        erased.fire(new OwnerErased(owner));
        row.filesDeleted = end.filesDeleted();
        row.pendingCancelled = end.pendingCancelled();
        row.heldBack = end.heldBack();
        row.finishedAt = now;
        row.owner = null;
        return true;
    }

    private Erasure erasure(ErasureRow row) {
        var since =
                row.finishedAt == null
                        ? owners.figures(row.owner, row.startedAt)
                        : new Owners.Figures(0, 0, row.heldBack, 0);
        return new Erasure(
                row.filesDeleted + since.deleted(),
                row.pendingCancelled + since.cancelled(),
                since.held(),
                since.left(),
                row.startedAt,
                row.finishedAt);
    }
}
