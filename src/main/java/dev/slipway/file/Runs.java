package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The runs of the work on pictures, which are numbered: one more is wanted with every request to
/// do it again, and a run that ends when another is wanted does not end the work. All by the
/// content, so that work for what has been replaced or deleted meanwhile finds nothing.
@Singleton
@Transactional
public class Runs {

    /// How a run stands when it has done its work.
    public enum Standing {
        WANTED,
        /// Another was asked for meanwhile, and will follow.
        WANTED_AGAIN,
        /// The content has been replaced or deleted meanwhile.
        CONTENT_GONE
    }

    private final FileRows rows;
    private final Variants variants;
    private final Event<FileChanged> changes;

    Runs(FileRows rows, Variants variants, Event<FileChanged> changes) {
        this.rows = rows;
        this.variants = variants;
        this.changes = changes;
    }

    /// Wants another run for one variant of a finished picture, or for all that its terms name:
    /// then others that it has are given up. False when it has no such variant, or is gone.
    public boolean want(FileRecord file, Optional<String> variant) {
        var found = locked(file.finishedContent().id());
        if (found.isEmpty()) {
            return false;
        }
        var row = found.get();
        var plans =
                file.profile().variants().stream()
                        .filter(plan -> variant.isEmpty() || plan.name().equals(variant.get()))
                        .toList();
        if (variant.isPresent() && plans.isEmpty()) {
            return false;
        }
        if (variant.isEmpty()) {
            variants.keepOnly(row.contentId, plans);
        }
        variants.queue(row.contentId, plans);
        row.wantedRun++;
        set(row, ProcessingState.QUEUED, 0, Optional.empty());
        return true;
    }

    /// Begins the run that is wanted, and tells its number; empty when the content is gone.
    public OptionalInt begin(UUID contentId, int attempt) {
        var row = locked(contentId);
        row.ifPresent(it -> set(it, ProcessingState.RUNNING, attempt, Optional.empty()));
        return row.map(it -> OptionalInt.of(it.wantedRun)).orElseGet(OptionalInt::empty);
    }

    /// The run has failed and will be tried again.
    public void putOff(UUID contentId, int attempt, Failure error) {
        locked(contentId)
                .ifPresent(row -> set(row, ProcessingState.QUEUED, attempt, Optional.of(error)));
    }

    /// Whether the run with this number may be ended; until the transaction is over, nobody asks
    /// for another.
    public Standing standing(UUID contentId, int run) {
        return locked(contentId)
                .map(row -> row.wantedRun == run ? Standing.WANTED : Standing.WANTED_AGAIN)
                .orElse(Standing.CONTENT_GONE);
    }

    /// Ends a run that is [Standing#WANTED]: with an error when something could not be made.
    public void end(UUID contentId, int run, int attempt, Optional<Failure> error) {
        var row = locked(contentId).orElseThrow();
        row.doneRun = run;
        var state = error.isPresent() ? ProcessingState.FAILED : ProcessingState.READY;
        set(row, state, attempt, error);
    }

    /// What the header said: the size of the picture as it is shown, and its frames.
    public void measured(UUID contentId, int width, int height, int frames) {
        rows.update(
                "width = ?1, height = ?2, frames = ?3 where contentId = ?4",
                width,
                height,
                frames,
                contentId);
    }

    /// What stands in for the picture until it has loaded.
    public void glanced(UUID contentId, String placeholder, String dominantColour) {
        rows.update(
                "placeholder = ?1, dominantColour = ?2 where contentId = ?3",
                placeholder,
                dominantColour,
                contentId);
    }

    private Optional<FileRow> locked(UUID contentId) {
        return rows.find("contentId = ?1 and state = ?2", contentId, FileState.FINISHED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private void set(FileRow row, ProcessingState state, int attempts, Optional<Failure> error) {
        row.processing = state;
        row.attempts = attempts;
        row.errorCode = error.map(Failure::code).orElse(null);
        row.errorDetail = error.map(Failure::detail).orElse(null);
        changes.fire(new FileChanged(row.id));
    }
}
