package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.multipart.JoinParts;
import jakarta.inject.Singleton;

/// One round of a finish: join what came in parts, look, judge, promote, record. Whatever comes
/// of it stands in the row afterwards, unless the bytes were swapped meanwhile: then another
/// round looks again.
@Singleton
final class VerifyUpload {

    private final JoinParts joinParts;
    private final JudgeUpload judgeUpload;
    private final PromoteUpload promoteUpload;
    private final RecordUpload recordUpload;

    VerifyUpload(
            JoinParts joinParts,
            JudgeUpload judgeUpload,
            PromoteUpload promoteUpload,
            RecordUpload recordUpload) {
        this.joinParts = joinParts;
        this.judgeUpload = judgeUpload;
        this.promoteUpload = promoteUpload;
        this.recordUpload = recordUpload;
    }

    /// False when no bytes are there, or not all.
    boolean verify(FileRecord file) {
        return file.partSize() == null ? judge(file) : join(file);
    }

    private boolean join(FileRecord file) {
        return switch (joinParts.join(file)) {
            case JoinParts.Outcome.Joined() -> judge(file);
            case JoinParts.Outcome.Incomplete() -> false;
            case JoinParts.Outcome.Refused(var reason) -> {
                recordUpload.rejected(file, reason);
                yield true;
            }
        };
    }

    private boolean judge(FileRecord file) {
        switch (judgeUpload.judge(file, Keys.incoming(file.id()))) {
            case Verdict.Missing() -> {
                return false;
            }
            case Verdict.Rejected(var reason) -> recordUpload.rejected(file, reason);
            case Verdict.Accepted(var bytes) -> promote(file, bytes);
        }
        return true;
    }

    private void promote(FileRecord file, Sighting.Bytes bytes) {
        switch (promoteUpload.promote(file, bytes)) {
            case PromoteUpload.Outcome.Done(var content) -> recordUpload.accepted(file, content);
            case PromoteUpload.Outcome.Swapped() -> {
                // the next round looks at what is there now
            }
            case PromoteUpload.Outcome.Refused(var reason, var copy) ->
                    recordUpload.refused(file, reason, copy);
        }
    }
}
