package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.Runs;
import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import dev.slipway.image.ImageEngine;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A picture whose runs a test does by hand, with an engine of its own.
@Singleton
final class ByHand {

    private final Files files;
    private final Runs runs;
    private final PictureStore pictures;
    private final SanitiseOriginal sanitiseOriginal;
    private final RecordVariants recordVariants;
    private final ObjectStore store;

    ByHand(
            Files files,
            Runs runs,
            PictureStore pictures,
            SanitiseOriginal sanitiseOriginal,
            RecordVariants recordVariants,
            ObjectStore store) {
        this.files = files;
        this.runs = runs;
        this.pictures = pictures;
        this.sanitiseOriginal = sanitiseOriginal;
        this.recordVariants = recordVariants;
        this.store = store;
    }

    RenderVariants with(ImageEngine engine) {
        var memory = new ImageMemory(1 << 26);
        var renderPicture =
                new RenderPicture(
                        runs, pictures, sanitiseOriginal, new RenderWhenFree(engine, memory));
        return new RenderVariants(runs, renderPicture, recordVariants);
    }

    /// Of 400 by 300 pixels, with the variants `w100` and `w200` already made.
    UUID picture(Api owner) {
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "phone");
        var id = owner.startAndSend(body, Samples.png(400, 300)).getString("id");
        owner.finish(id);
        owner.processed(id);
        return UUID.fromString(id);
    }

    /// Wants another run, without the job that would do it.
    void want(UUID id) {
        if (!runs.want(file(id), Optional.empty())) {
            throw new AssertionError("nothing to make of " + id);
        }
    }

    FileRecord file(UUID id) {
        return files.find(id).orElseThrow();
    }

    List<StoredObject> objects(UUID id) {
        var key = file(id).finishedContent().key().value();
        return store.list(key.substring(0, key.lastIndexOf('/') + 1), null).objects();
    }
}
