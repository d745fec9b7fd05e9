package dev.slipway.file;

import dev.slipway.account.Accounts;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// What each upload costs its owner: the bytes that it may bring while it is open, those that it
/// brought once it is a file or the content of one, and nothing when they are gone for good.
/// Whoever moves a row out of the open states says so here, in the same transaction and after
/// the row: then the owner's account is the sum of the rows at any moment.
@Singleton
@Transactional
class Charges {

    private final FileRows rows;
    private final Accounts accounts;

    Charges(FileRows rows, Accounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
    }

    /// The upload is open no more, and no file. Its form cannot be called back, so its bytes stay
    /// reserved until nothing can come any more.
    void ended(UUID id) {
        accounts.ended(charge(id).owner());
    }

    /// The upload was open and is a file now, or the content of one, with `size` bytes.
    void settled(UUID id, long size) {
        var before = charge(id);
        rows.update("charged = ?1 where id = ?2", size, id);
        accounts.settled(before.owner(), size - before.charged());
    }

    /// The file, or the content of one, has `size` bytes from now on.
    void resized(UUID id, long size) {
        var before = charge(id);
        rows.update("charged = ?1 where id = ?2", size, id);
        accounts.resized(before.owner(), size - before.charged());
    }

    /// The upload's object is gone and no form can bring another. False when it cost nothing any
    /// more, or may still become a file.
    boolean giveBack(UUID id) {
        var given =
                rows.find("id = ?1 and charged > 0 and state not in ?2", id, Files.OPEN)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional();
        given.ifPresent(
                row -> {
                    var bytes = row.charged;
                    row.charged = 0;
                    rows.flush();
                    accounts.givenBack(row.owner, bytes);
                });
        return given.isPresent();
    }

    /// As the database has it, whatever entity may be in memory.
    private Charge charge(UUID id) {
        return rows.find("id", id).project(Charge.class).singleResult();
    }

    record Charge(String owner, long charged) {}
}
