package dev.slipway.processing;

import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ProcessingState;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Has the variants of a picture made again, or one of them. What was made before stays until it
/// is made anew; a run that is just ending does not count.
@Singleton
@Transactional
class Reprocess {

    private final Files files;
    private final QueueAgain queueAgain;

    Reprocess(Files files, QueueAgain queueAgain) {
        this.files = files;
        this.queueAgain = queueAgain;
    }

    /// The file as it is then.
    FileRecord again(String id, @Nullable String variant) {
        var file = FileIds.find(id).flatMap(files::find).filter(Reprocess::isThere);
        var found = file.orElseThrow(() -> new NotFound().refusal());
        if (found.state() != FileState.FINISHED
                || found.processing() == ProcessingState.NONE
                || !queueAgain.wanted(found, Optional.ofNullable(variant))) {
            throw new NothingToProcess(variant).refusal();
        }
        return files.find(found.id()).orElseThrow();
    }

    private static boolean isThere(FileRecord file) {
        return file.state() != FileState.DELETED;
    }
}
