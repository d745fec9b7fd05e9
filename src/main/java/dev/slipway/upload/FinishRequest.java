package dev.slipway.upload;

import dev.slipway.file.FileIds;
import dev.slipway.file.Keys;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which upload is finished: by its id, or by the key of the start answer.
public record FinishRequest(@Nullable String fileId, @Nullable String key) {

    Optional<UUID> findUpload() {
        return FileIds.find(fileId).or(() -> Optional.ofNullable(key).flatMap(Keys::findUpload));
    }
}
