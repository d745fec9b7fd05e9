package dev.slipway.delivery;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.FileView;
import dev.slipway.file.FileViews;
import dev.slipway.file.Files;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers one file, at once or as soon as its processing is over.
@Singleton
final class ShowFile {

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Files files;
    private final FileViews views;
    private final AwaitChange awaitChange;

    ShowFile(Files files, FileViews views, AwaitChange awaitChange) {
        this.files = files;
        this.views = views;
        this.awaitChange = awaitChange;
    }

    FileView of(Caller caller, String id, @Nullable String wait) {
        var seconds = Parameters.number("wait", wait, 0, 0, LONGEST_WAIT_SECONDS);
        var uuid = FileIds.find(id).orElseThrow(() -> new NotFound().refusal());
        var file =
                awaitChange.until(
                        uuid,
                        () -> readable(caller, uuid),
                        found -> found.isEmpty() || isSettled(found.get()),
                        Duration.ofSeconds(seconds));
        return views.of(file.orElseThrow(() -> new NotFound().refusal()));
    }

    private static boolean isSettled(FileRecord file) {
        return !file.state().isOpen() && file.processing().isOver();
    }

    private Optional<FileRecord> readable(Caller caller, UUID id) {
        return files.find(id)
                .filter(file -> file.state() != FileState.DELETED)
                .filter(file -> caller.maySee(file.owner()))
                .flatMap(
                        file -> file.state() == FileState.MERGED ? target(file) : Optional.of(file))
                .filter(file -> caller.maySee(file.owner()));
    }

    /// A re-upload that has become the content of another file is that file.
    private Optional<FileRecord> target(FileRecord merged) {
        UUID target = merged.replaces();
        return target == null
                ? Optional.empty()
                : files.find(target).filter(file -> file.state() != FileState.DELETED);
    }
}
