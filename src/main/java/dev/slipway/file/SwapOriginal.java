package dev.slipway.file;

import dev.slipway.file.Runs.Standing;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

/// Gives a content another object: of the same picture, but not the same bytes.
@Singleton
@Transactional
public class SwapOriginal {

    /// How it went.
    public enum Outcome {
        SWAPPED,
        /// The file is under a legal hold: nothing may remove what was brought.
        HELD,
        /// The run that made the other object is wanted no more, or its content is gone.
        WANTED_NO_MORE
    }

    private final FileRows rows;
    private final Runs runs;
    private final Charges charges;
    private final QueueForgetting queueForgetting;
    private final Event<FileChanged> changes;

    SwapOriginal(
            FileRows rows,
            Runs runs,
            Charges charges,
            QueueForgetting queueForgetting,
            Event<FileChanged> changes) {
        this.rows = rows;
        this.runs = runs;
        this.charges = charges;
        this.queueForgetting = queueForgetting;
        this.changes = changes;
    }

    /// Records `after` where the content still has the object that the run began with, which then
    /// goes at once. Otherwise the new one goes, after the grace.
    public Outcome swap(Run run, Content after) {
        var outcome = record(run, after);
        if (outcome == Outcome.SWAPPED) {
            charges.resized(run.contentId(), after.size());
            queueForgetting.object(run.file().finishedContent().key());
            changes.fire(new FileChanged(run.file().id()));
        }
        // also: a mirror that was just copying the old one has it a little later
        queueForgetting.strays(run.contentId());
        return outcome;
    }

    /// Nobody else changes the row until the transaction is over.
    private Outcome record(Run run, Content after) {
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
