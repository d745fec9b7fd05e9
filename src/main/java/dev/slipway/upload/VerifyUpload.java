package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import jakarta.inject.Singleton;

/// One round of a finish: look, judge, promote, record. Whatever comes of it stands in the row
/// afterwards, unless the bytes were swapped meanwhile: then another round looks again.
@Singleton
final class VerifyUpload {

    private final JudgeUpload judgeUpload;
    private final PromoteUpload promoteUpload;
    private final RecordUpload recordUpload;

    VerifyUpload(JudgeUpload judgeUpload, PromoteUpload promoteUpload, RecordUpload recordUpload) {
        this.judgeUpload = judgeUpload;
        this.promoteUpload = promoteUpload;
        this.recordUpload = recordUpload;
    }

    /// False when no bytes are there.
    boolean verify(FileRecord file) {
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
