package dev.slipway.processing;

import dev.slipway.file.Content;
import dev.slipway.file.Keys;
import dev.slipway.file.Run;
import dev.slipway.image.RenderedVariant;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import dev.slipway.storage.Summing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/// Where the picture of a run comes from and its variants go to. Their keys are derived, so doing
/// it twice stores the same bytes at the same place; another run has places of its own.
@Singleton
final class PictureStore {

    private static final int BUFFER = 1 << 16;

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

    /// Puts a clean original beside the one that was brought.
    Content storeOriginal(Run run, Path clean) {
        var file = run.file();
        var sum = sha256(clean);
        var hex = HexFormat.of().formatHex(Base64.getDecoder().decode(sum));
        var visibility = file.profile().visibility();
        var key = Keys.original(visibility, run.contentId(), hex, file.fileType());
        var headers =
                ObjectHeaders.immutable(file.fileType(), visibility == Visibility.PUBLIC)
                        .with(file.metadata());
        var stored = store(run).write(key, clean, headers);
        return new Content(
                run.contentId(), store(run).name(), key, stored.etag(), stored.size(), sum);
    }

    private static String sha256(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var summing = new Summing(Set.of(Summing.Algorithm.SHA256));
            var buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                summing.update(buffer, 0, read);
            }
            return Objects.requireNonNull(summing.result().sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
