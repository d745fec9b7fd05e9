package dev.slipway.upload;

import dev.slipway.file.Content;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Copies verified bytes out of quarantine, to a key that no form can write to, only if they
/// are still the ones that were judged.
@Singleton
final class PromoteUpload {

    private final ObjectStore store;

    PromoteUpload(ObjectStore store) {
        this.store = store;
    }

    /// Empty when the bytes have been swapped or removed meanwhile.
    Optional<Content> promote(FileRecord file, StoredObject judged) {
        var visibility = file.profile().visibility();
        var key = Keys.original(visibility, file.id(), judged.etag(), file.fileType());
        var headers = ObjectHeaders.immutable(file.fileType(), visibility == Visibility.PUBLIC);
        return store.promote(judged.key(), judged.etag(), key, headers)
                ? Optional.of(new Content(file.id(), key, judged.etag(), judged.size()))
                : Optional.empty();
    }
}
