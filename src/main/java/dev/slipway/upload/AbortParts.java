package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.multipart.FindParted;
import dev.slipway.multipart.NotPending;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Cancels an upload in parts. Unlike a deletion it never touches a file that is finished.
@Singleton
public final class AbortParts {

    private final FindParted findParted;
    private final DeleteFile deleteFile;

    AbortParts(FindParted findParted, DeleteFile deleteFile) {
        this.findParted = findParted;
        this.deleteFile = deleteFile;
    }

    public void abort(Caller caller, String id, @Nullable String key) {
        var file = findParted.any(caller, id, key);
        switch (file.state()) {
            case DELETED, EXPIRED, REJECTED -> {
                // there is nothing left to abort
            }
            case FINISHED, MERGED -> throw new NotPending(file.state()).refusal();
            case PENDING, VERIFYING -> {
                if (!deleteFile.delete(file)) {
                    // it has changed meanwhile: never delete what has become a file
                    abort(caller, id, key);
                }
            }
        }
    }
}
