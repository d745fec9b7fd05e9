package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
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
        /// Another was asked for meanwhile, and will follow; or the work was given up.
        WANTED_NO_MORE,
        /// The content has been replaced or deleted meanwhile.
        CONTENT_GONE
    }

    /// What there is to do.
    public sealed interface Beginning {

        record Begun(Run run) implements Beginning {}

        /// What was wanted is done.
        record NothingWanted() implements Beginning {}

        record ContentGone() implements Beginning {}
    }

    private final FileRows rows;
    private final RowMapping mapping;
    private final Variants variants;
    private final Event<FileChanged> changes;

    Runs(FileRows rows, RowMapping mapping, Variants variants, Event<FileChanged> changes) {
        this.rows = rows;
        this.mapping = mapping;
        this.variants = variants;
        this.changes = changes;
    }

    /// Wants another run for one variant of a finished picture, or for all that its terms name.
    /// What was made before stays until that run has ended. False when it has no such variant, or
    /// is gone.
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
        variants.queue(row.contentId, plans);
        row.wantedRun++;
        set(row, ProcessingState.QUEUED, 0, Optional.empty());
        return true;
    }

    /// Gives up all that was made of a picture and was to be made. False when there is nothing.
    public boolean giveUp(FileRecord file) {
        var found =
                locked(file.finishedContent().id())
                        .filter(row -> row.processing != ProcessingState.NONE);
        found.ifPresent(
                row -> {
                    variants.keepOnly(row.contentId, List.of());
                    row.wantedRun++;
                    row.doneRun = row.wantedRun;
                    set(row, ProcessingState.NONE, 0, Optional.empty());
                });
        return found.isPresent();
    }

    /// Begins the run that is wanted: with the terms and the queue as they are at that moment.
    public Beginning begin(UUID contentId, int attempt) {
        var found = locked(contentId);
        if (found.isEmpty()) {
            return new Beginning.ContentGone();
        }
        var row = found.get();
        if (row.processing.isOver()) {
            return new Beginning.NothingWanted();
        }
        set(row, ProcessingState.RUNNING, attempt, Optional.empty());
        var file = mapping.record(row);
        var queued = variants.queued(contentId);
        var plans =
                file.profile().variants().stream()
                        .filter(plan -> queued.contains(plan.name()))
                        .toList();
        return new Beginning.Begun(new Run(file, plans, row.wantedRun, attempt));
    }

    /// The run has failed and will be tried again, unless another follows anyway.
    public void putOff(Run run, Failure error) {
        locked(run.contentId())
                .filter(row -> row.wantedRun == run.number())
                .ifPresent(
                        row -> set(row, ProcessingState.QUEUED, run.attempt(), Optional.of(error)));
    }

    /// Whether the run may be ended; until the transaction is over, nobody asks for another.
    public Standing standing(Run run) {
        return locked(run.contentId())
                .map(
                        row ->
                                row.wantedRun == run.number()
                                        ? Standing.WANTED
                                        : Standing.WANTED_NO_MORE)
                .orElse(Standing.CONTENT_GONE);
    }

    /// Ends a run that is [Standing#WANTED]: with an error when something could not be made.
    public void end(Run run, Optional<Failure> error) {
        var row = locked(run.contentId()).orElseThrow();
        row.doneRun = run.number();
        var state = error.isPresent() ? ProcessingState.FAILED : ProcessingState.READY;
        set(row, state, run.attempt(), error);
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
