package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.Keys;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/// Fetches a picture, renders its variants and stores each as soon as it is there. Their keys
/// are derived, so doing it twice stores the same bytes at the same place.
@Singleton
final class RenderPicture {

    private final Files files;
    private final Storages storages;
    private final ImageEngine engine;
    private final ImageMemory memory;

    RenderPicture(Files files, Storages storages, ImageEngine engine, ImageMemory memory) {
        this.files = files;
        this.storages = storages;
        this.engine = engine;
        this.memory = memory;
    }

    /// Empty when the original is not in the storage.
    Optional<Rendering> render(FileRecord file) {
        try (var folder = new WorkFolder()) {
            var original = folder.path().resolve("original");
            var plans = file.profile().variants();
            if (!store(file).copyTo(file.finishedContent().key(), original)) {
                return Optional.empty();
            }
            Rendering rendering =
                    switch (engine.inspect(original, plans)) {
                        case ImageHeader header ->
                                memory.with(
                                        engine.weight(header, plans),
                                        () -> render(file, original, header, folder.path()));
                        case ImageRefusal refusal -> refusal;
                    };
            return Optional.of(rendering);
        }
    }

    private Rendering render(FileRecord file, Path original, ImageHeader header, Path folder) {
        files.dimensions(file.finishedContent().id(), header.width(), header.height());
        return engine.render(
                original,
                header,
                file.profile().variants(),
                folder,
                variant -> store(file, variant));
    }

    private void store(FileRecord file, RenderedVariant variant) {
        var isPublic = file.profile().visibility() == Visibility.PUBLIC;
        store(file)
                .write(
                        key(file, variant),
                        variant.file(),
                        ObjectHeaders.immutable(variant.contentType(), isPublic));
    }

    private ObjectStore store(FileRecord file) {
        return storages.named(file.finishedContent().storage());
    }

    static ObjectKey key(FileRecord file, RenderedVariant variant) {
        var plan =
                file.profile().variants().stream()
                        .filter(wanted -> wanted.name().equals(variant.name()))
                        .findFirst()
                        .orElseThrow();
        return Keys.variant(
                file.profile().visibility(),
                file.finishedContent().id(),
                plan,
                variant.contentType());
    }
}
