package dev.slipway.lifecycle;

import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The upload or file of an id, for callers who may see them all.
@Singleton
final class FindFile {

    private final Files files;

    FindFile(Files files) {
        this.files = files;
    }

    /// A re-upload that has become the content of another file is that file.
    FileRecord byId(String id) {
        return FileIds.find(id)
                .flatMap(files::find)
                .flatMap(
                        file ->
                                file.state() == FileState.MERGED
                                        ? Optional.ofNullable(file.replaces()).flatMap(files::find)
                                        : Optional.of(file))
                .filter(file -> file.state() != FileState.DELETED)
                .orElseThrow(() -> new NotFound().refusal());
    }
}
