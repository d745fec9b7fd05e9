package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;

/// Looks at the bytes at a key and decides whether they are what was signed.
@Singleton
final class JudgeUpload {

    private final LookAtUpload lookAtUpload;

    JudgeUpload(LookAtUpload lookAtUpload) {
        this.lookAtUpload = lookAtUpload;
    }

    Verdict judge(FileRecord file, ObjectKey key) {
        return Judge.judge(file, lookAtUpload.look(file, key));
    }
}
