package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;

/// Looks at the bytes at a key and decides whether they are what was signed,
/// and harmless as far as the scanner knows.
@Singleton
final class JudgeUpload {

    private final LookAtUpload lookAtUpload;
    private final ScanUpload scanUpload;

    JudgeUpload(LookAtUpload lookAtUpload, ScanUpload scanUpload) {
        this.lookAtUpload = lookAtUpload;
        this.scanUpload = scanUpload;
    }

    Verdict judge(FileRecord file, ObjectKey key) {
        var verdict = Judge.judge(file, lookAtUpload.look(file, key));
        return verdict instanceof Verdict.Accepted accepted
                ? scanUpload.scan(file, accepted)
                : verdict;
    }
}
