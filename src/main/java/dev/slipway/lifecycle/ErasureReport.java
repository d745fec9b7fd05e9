package dev.slipway.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.file.Erasure;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far the erasure of an owner is: files that were deleted, pending uploads that were
/// cancelled, files that a legal hold keeps, uploads whose objects are not gone yet.
public record ErasureReport(
        String owner,
        State state,
        long filesDeleted,
        long pendingCancelled,
        long heldBack,
        long objectsLeft,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /// Whether there is still something to do.
    public enum State {
        RUNNING,
        FINISHED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ErasureReport of(String owner, Erasure erasure) {
        return new ErasureReport(
                owner,
                erasure.finishedAt() == null ? State.RUNNING : State.FINISHED,
                erasure.filesDeleted(),
                erasure.pendingCancelled(),
                erasure.heldBack(),
                erasure.objectsLeft(),
                erasure.startedAt(),
                erasure.finishedAt());
    }
}
