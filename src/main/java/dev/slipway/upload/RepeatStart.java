package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Idempotency;
import dev.slipway.file.Starts;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Answers a start that was made before with what that one made: by the client's key, or without
/// one inside the reuse window, when size and checksum say that it is the very same file.
@Startup
@Singleton
final class RepeatStart {

    /// Forms are good for whole seconds.
    private static final Duration SHORTEST_FORM = Duration.ofSeconds(1);

    private final Starts starts;
    private final PermitUpload permitUpload;
    private final Clock clock;
    private final Duration reuseWindow;

    RepeatStart(Starts starts, PermitUpload permitUpload, Clock clock, StartConfig config) {
        this.starts = starts;
        this.permitUpload = permitUpload;
        this.clock = clock;
        this.reuseWindow = config.reuseWindow();
        if (reuseWindow.isNegative()) {
            throw new IllegalStateException(
                    "slipway.upload.reuse-window is " + reuseWindow + ", which is below 0");
        }
    }

    Optional<StartAnswer> find(String owner, StartRequest request, Idempotency identity) {
        if (identity.key() != null) {
            return starts.findByKey(owner, identity.key(), clock.instant())
                    .map(earlier -> answer(earlier, identity));
        }
        if (reuseWindow.isZero()
                || request.fileSize() == null
                || request.checksumSha256() == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        return starts.findUnused(
                        owner, identity.body(), now.minus(reuseWindow), now.plus(SHORTEST_FORM))
                .map(file -> permitUpload.permit(file, file.expiresAt()));
    }

    private StartAnswer answer(Starts.Earlier earlier, Idempotency identity) {
        if (!earlier.body().equals(identity.body())) {
            throw new IdempotencyKeyReused().refusal();
        }
        var file = earlier.file();
        return takesBytes(file)
                ? permitUpload.permit(file, file.expiresAt())
                : StartAnswer.withoutForm(file);
    }

    private boolean takesBytes(FileRecord file) {
        return file.state() == FileState.PENDING
                && clock.instant().plus(SHORTEST_FORM).isBefore(file.expiresAt());
    }
}
