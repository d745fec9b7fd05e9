package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.NewTerms;
import dev.slipway.file.ProcessingState;
import dev.slipway.profile.Profile;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Has the pictures of one file made again as its profile says now.
@Singleton
@Transactional
class ReprocessFile {

    private final NewTerms newTerms;
    private final QueueVariants queueVariants;
    private final QueueAgain queueAgain;

    ReprocessFile(NewTerms newTerms, QueueVariants queueVariants, QueueAgain queueAgain) {
        this.newTerms = newTerms;
        this.queueVariants = queueVariants;
        this.queueAgain = queueAgain;
    }

    /// Whether anything is made of it.
    boolean again(UUID id, Profile present) {
        return newTerms.give(id, present).filter(this::isQueued).isPresent();
    }

    private boolean isQueued(FileRecord file) {
        if (queueVariants.stateFor(file) == ProcessingState.QUEUED) {
            return queueAgain.wanted(file, Optional.empty());
        }
        queueAgain.nothing(file);
        return false;
    }
}
