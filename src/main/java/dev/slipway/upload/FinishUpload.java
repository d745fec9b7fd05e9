package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.Retention;
import dev.slipway.problem.NotFound;
import dev.slipway.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Makes an upload a file: verifies what arrived and only then records it, however long that
/// takes. It may run twice, also at the same moment: whoever loses reads the winner's row and
/// answers that.
@Singleton
public final class FinishUpload {

    private static final Logger LOG = Logger.getLogger(FinishUpload.class);
    private static final int MOST_LOOKS = 5;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Files files;
    private final VerifyUpload verifyUpload;
    private final RecordUpload recordUpload;
    private final Retention retention;
    private final Clock clock;

    FinishUpload(
            Files files,
            VerifyUpload verifyUpload,
            RecordUpload recordUpload,
            Retention retention,
            Clock clock) {
        this.files = files;
        this.verifyUpload = verifyUpload;
        this.recordUpload = recordUpload;
        this.retention = retention;
        this.clock = clock;
    }

    /// The file that it has become, or a refusal that says why it has not.
    public FileRecord finish(FileRecord upload) {
        var file = upload;
        for (var look = 0; look < MOST_LOOKS; look++) {
            switch (file.state()) {
                case FINISHED -> {
                    return file;
                }
                case MERGED -> {
                    return target(file);
                }
                case PENDING, VERIFYING -> {
                    if (!verifyUpload.verify(file)) {
                        missing(file);
                    }
                }
                case REJECTED, EXPIRED, DELETED -> throw ended(file).refusal();
            }
            file = files.find(file.id()).orElseThrow(() -> new NotFound().refusal());
        }
        LOG.warnf("the bytes of upload %s are swapped faster than they are judged", upload.id());
        files.move(file.id(), FileState.VERIFYING, FileState.PENDING);
        throw new NotUploaded(RETRY_AFTER_SECONDS).refusal();
    }

    /// Either another finish has taken the bytes and stands in the row, or there are none. Then
    /// the upload is a pending one, whatever was believed before.
    private void missing(FileRecord file) {
        var state = files.find(file.id()).map(FileRecord::state).orElse(FileState.DELETED);
        if (!state.isOpen()) {
            return;
        }
        files.move(file.id(), FileState.VERIFYING, FileState.PENDING);
        var now = clock.instant();
        if (now.isBefore(file.expiresAt())) {
            throw new NotUploaded(RETRY_AFTER_SECONDS).refusal();
        }
        if (now.isAfter(retention.formsAreDead(file)) && !recordUpload.expired(file)) {
            return;
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
        if (file.uploadFinishedAt() == null) {
            return new UploadCancelled();
        }
        return file.replaces() == null ? new NotFound() : new TargetDeleted();
    }
}
