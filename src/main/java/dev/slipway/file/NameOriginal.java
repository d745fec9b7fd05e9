package dev.slipway.file;

import dev.slipway.file.Runs.Standing;
import dev.slipway.file.SwapOriginal.Outcome;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

/// Lets the row of a content name another object, in the caller's transaction, if it still names
/// the one that the run began with.
@Singleton
final class NameOriginal {

    private final FileRows rows;
    private final Runs runs;

    NameOriginal(FileRows rows, Runs runs) {
        this.rows = rows;
        this.runs = runs;
    }

    /// Nobody else changes the row until the transaction is over.
    Outcome name(Run run, Content after) {
        if (runs.standing(run) != Standing.WANTED) {
            return Outcome.WANTED_NO_MORE;
        }
        var before = run.file().finishedContent();
        var row =
                rows.find("contentId = ?1 and state = ?2", before.id(), FileState.FINISHED)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .singleResult();
        if (row.legalHold) {
            return Outcome.HELD;
        }
        if (!row.objectKey.equals(before.key().value())
                || !row.contentStorage.equals(before.storage())) {
            return Outcome.WANTED_NO_MORE;
        }
        row.objectKey = after.key().value();
        row.etag = after.etag();
        row.size = after.size();
        row.checksumSha256 = after.sha256();
        row.checksumMd5 = null;
        row.checksumCrc32c = null;
        rows.flush();
        return Outcome.SWAPPED;
    }
}
