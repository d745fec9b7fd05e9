package dev.slipway.processing;

import dev.slipway.file.Keys;
import dev.slipway.file.Run;
import dev.slipway.image.RenderedVariant;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// Where the picture of a run comes from and its variants go to. Their keys are derived, so doing
/// it twice stores the same bytes at the same place; another run has places of its own.
@Singleton
final class PictureStore {

    private final Storages storages;

    PictureStore(Storages storages) {
        this.storages = storages;
    }

    /// False when the original is not in the storage.
    boolean fetch(Run run, Path target) {
        return store(run).copyTo(run.file().finishedContent().key(), target);
    }

    void store(Run run, RenderedVariant variant) {
        var isPublic = run.file().profile().visibility() == Visibility.PUBLIC;
        store(run)
                .write(
                        key(run, variant),
                        variant.file(),
                        ObjectHeaders.immutable(variant.contentType(), isPublic));
    }

    static ObjectKey key(Run run, RenderedVariant variant) {
        var plan =
                run.plans().stream()
                        .filter(wanted -> wanted.name().equals(variant.name()))
                        .findFirst()
                        .orElseThrow();
        return Keys.variant(
                run.file().profile().visibility(),
                run.contentId(),
                plan,
                run.number(),
                variant.contentType());
    }

    private ObjectStore store(Run run) {
        return storages.named(run.file().finishedContent().storage());
    }
}
