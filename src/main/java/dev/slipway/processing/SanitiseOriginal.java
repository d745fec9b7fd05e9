package dev.slipway.processing;

import dev.slipway.file.Run;
import dev.slipway.file.SwapOriginal;
import dev.slipway.image.sanitise.SanitisePicture;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/// Where the terms ask for it, makes a picture without its metadata the original, and forgets the
/// one that was brought. Done again, it finds nothing to take out.
@Singleton
final class SanitiseOriginal {

    private final PictureStore pictures;
    private final SwapOriginal swapOriginal;

    SanitiseOriginal(PictureStore pictures, SwapOriginal swapOriginal) {
        this.pictures = pictures;
        this.swapOriginal = swapOriginal;
    }

    /// The original in this folder is the clean one then, too.
    void sanitise(Run run, WorkFolder folder) {
        var clean = folder.path().resolve("clean");
        if (!run.file().profile().stripOriginals()
                || !SanitisePicture.sanitise(folder.original(), clean)) {
            return;
        }
        var content = pictures.storeOriginal(run, clean);
        swapOriginal.swap(run.file(), run.file().finishedContent(), content);
        try {
            Files.move(clean, folder.original(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
