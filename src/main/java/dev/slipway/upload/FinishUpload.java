package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.Retention;
import dev.slipway.problem.NotFound;
import dev.slipway.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Makes an upload a file: looks at what arrived, judges it, promotes it and only then records
/// it. It may run twice, also at the same moment: whoever loses reads the winner's row and
/// answers that.
@Singleton
final class FinishUpload {

    private static final int MOST_LOOKS = 5;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Files files;
    private final LookAtUpload lookAtUpload;
    private final PromoteUpload promoteUpload;
    private final RecordUpload recordUpload;
    private final Retention retention;
    private final Clock clock;

    FinishUpload(
            Files files,
            LookAtUpload lookAtUpload,
            PromoteUpload promoteUpload,
            RecordUpload recordUpload,
            Retention retention,
            Clock clock) {
        this.files = files;
        this.lookAtUpload = lookAtUpload;
        this.promoteUpload = promoteUpload;
        this.recordUpload = recordUpload;
        this.retention = retention;
        this.clock = clock;
    }

    FileRecord finish(Caller caller, FinishRequest request) {
        var file =
                request.findUpload()
                        .flatMap(files::find)
                        .filter(found -> caller.maySee(found.owner()))
                        .orElseThrow(() -> new NotFound().refusal());
        var finished = finish(file);
        if (!caller.maySee(finished.owner())) {
            throw new NotFound().refusal();
        }
        return finished;
    }

    FileRecord finish(FileRecord upload) {
        var file = upload;
        for (var look = 0; look < MOST_LOOKS; look++) {
            switch (file.state()) {
                case FINISHED -> {
                    return file;
                }
                case MERGED -> {
                    return target(file);
                }
                case PENDING -> verify(file);
                case REJECTED, EXPIRED, DELETED -> throw ended(file).refusal();
            }
            file = files.find(file.id()).orElseThrow(() -> new NotFound().refusal());
        }
        throw new NotUploaded(RETRY_AFTER_SECONDS).refusal();
    }

    /// One round. Whatever comes of it stands in the row afterwards, unless the bytes were
    /// swapped meanwhile: then the next round looks again.
    private void verify(FileRecord file) {
        switch (Judge.judge(file, lookAtUpload.look(file))) {
            case Verdict.Missing() -> missing(file);
            case Verdict.Rejected(var reason) -> recordUpload.rejected(file, reason);
            case Verdict.Accepted(var object) ->
                    promoteUpload
                            .promote(file, object)
                            .ifPresent(content -> recordUpload.accepted(file, content));
        }
    }

    /// Either another finish has taken the bytes and stands in the row, or there never were
    /// any.
    private void missing(FileRecord file) {
        var state = files.find(file.id()).map(FileRecord::state).orElse(FileState.DELETED);
        if (state != FileState.PENDING) {
            return;
        }
        var now = clock.instant();
        if (now.isBefore(file.expiresAt())) {
            throw new NotUploaded(RETRY_AFTER_SECONDS).refusal();
        }
        if (now.isAfter(retention.formsAreDead(file))) {
            recordUpload.expired(file);
        }
        throw new UploadExpired(file.expiresAt()).refusal();
    }

    private FileRecord target(FileRecord merged) {
        return Optional.ofNullable(merged.replaces())
                .flatMap(files::find)
                .filter(target -> target.state() == FileState.FINISHED)
                .orElseThrow(() -> new TargetDeleted().refusal());
    }

    private static Problem ended(FileRecord file) {
        if (file.rejection() != null) {
            return UploadRejected.of(file.rejection());
        }
        if (file.state() == FileState.EXPIRED) {
            return new UploadExpired(file.expiresAt());
        }
        return file.uploadFinishedAt() == null ? new UploadCancelled() : new NotFound();
    }
}
