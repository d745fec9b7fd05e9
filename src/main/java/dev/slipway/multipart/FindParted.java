package dev.slipway.multipart;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.Keys;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Finds an upload in parts for somebody who may bring them, and gives it more time.
@Singleton
public class FindParted {

    private final Files files;
    private final PartSizes sizes;
    private final Clock clock;

    FindParted(Files files, PartSizes sizes, Clock clock) {
        this.files = files;
        this.sizes = sizes;
        this.clock = clock;
    }

    /// The upload, in whatever state; an unknown one where id and key do not belong together.
    public FileRecord any(Caller caller, String id, @Nullable String key) {
        return FileIds.find(id)
                .filter(
                        found ->
                                Keys.findUpload(key == null ? "" : key)
                                        .filter(found::equals)
                                        .isPresent())
                .flatMap(files::find)
                .filter(file -> file.partSize() != null)
                .filter(file -> caller.maySee(file.owner()))
                .orElseThrow(() -> new NotFound().refusal());
    }

    /// The upload, to which parts can still come.
    FileRecord open(Caller caller, String id, @Nullable String key) {
        var file = any(caller, id, key);
        if (file.state() != FileState.PENDING) {
            throw new NotPending(file.state()).refusal();
        }
        var now = clock.instant();
        if (!now.isBefore(file.expiresAt())) {
            throw new NotPending(FileState.EXPIRED).refusal();
        }
        files.extend(file.id(), sizes.livesUntil(now));
        return file;
    }
}
