package dev.slipway.processing;

import dev.slipway.file.Content;
import dev.slipway.file.Run;
import dev.slipway.file.Runs;
import dev.slipway.file.Runs.Beginning.Begun;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.image.sanitise.SanitisePicture;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Pictures that were uploaded before their terms asked for sanitised originals, and the steps of
/// the run that follows.
@Singleton
final class StripLater {

    private final Runs runs;
    private final PictureStore pictures;
    private final ByHand byHand;
    private final Rows rows;

    StripLater(Runs runs, PictureStore pictures, ByHand byHand, Rows rows) {
        this.runs = runs;
        this.pictures = pictures;
        this.byHand = byHand;
        this.rows = rows;
    }

    /// A PNG of the profile `phone`, with its variants; another run is wanted.
    UUID picture(Api owner, byte[] png) {
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "phone");
        var id = owner.startAndSend(body, png).getString("id");
        owner.finish(id);
        owner.processed(id);
        strip(id);
        byHand.want(UUID.fromString(id));
        return UUID.fromString(id);
    }

    void strip(String id) {
        rows.update(
                """
                update file set terms = terms || '{"strip_originals": true}' where id = ?::uuid
                """,
                id);
    }

    Run begin(UUID id) {
        if (runs.begin(id, 1) instanceof Begun(var run)) {
            return run;
        }
        throw new AssertionError("nothing is wanted of " + id);
    }

    /// What the run does before it swaps.
    Content storeClean(Run run) {
        try (var folder = new WorkFolder()) {
            pictures.fetch(run, folder.original());
            var clean = folder.path().resolve("clean");
            SanitisePicture.sanitise(folder.original(), clean);
            return pictures.storeOriginal(run, clean);
        }
    }
}
