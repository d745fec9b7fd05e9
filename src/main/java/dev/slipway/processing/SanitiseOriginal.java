package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Run;
import dev.slipway.file.SwapOriginal;
import dev.slipway.image.sanitise.SanitisePicture;
import dev.slipway.image.sanitise.Sanitised.Clean;
import dev.slipway.image.sanitise.Sanitised.NotPossible;
import dev.slipway.image.sanitise.Sanitised.NothingToTakeOut;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Where the terms ask for it, makes a picture without its metadata the original, and forgets the
/// one that was brought. Done again, it finds nothing to take out.
@Singleton
final class SanitiseOriginal {

    private static final String HELD = "The file is under a legal hold.";

    private final PictureStore pictures;
    private final SwapOriginal swapOriginal;

    SanitiseOriginal(PictureStore pictures, SwapOriginal swapOriginal) {
        this.pictures = pictures;
        this.swapOriginal = swapOriginal;
    }

    /// Whether the terms ask for a clean original of what can be made one.
    static boolean isAskedFor(FileRecord file) {
        return file.profile().stripOriginals() && SanitisePicture.canBe(file.fileType());
    }

    /// Why the original is left as it was brought although the terms ask for a clean one. The one
    /// in this folder is the clean one otherwise, too.
    Optional<Failure> findObstacle(Run run, WorkFolder folder) {
        if (!isAskedFor(run.file())) {
            return Optional.empty();
        }
        var clean = folder.path().resolve("clean");
        return switch (SanitisePicture.sanitise(folder.original(), clean)) {
            case NothingToTakeOut() -> Optional.empty();
            case NotPossible(var reason) -> Optional.of(notSanitised(reason));
            case Clean() -> replace(run, folder, clean);
        };
    }

    private Optional<Failure> replace(Run run, WorkFolder folder, Path clean) {
        if (run.file().keeping().legalHold()) {
            return Optional.of(notSanitised(HELD));
        }
        return switch (swapOriginal.swap(run, pictures.storeOriginal(run, clean))) {
            case HELD -> Optional.of(notSanitised(HELD));
            case SWAPPED, WANTED_NO_MORE -> {
                move(clean, folder.original());
                yield Optional.empty();
            }
        };
    }

    private static void move(Path clean, Path original) {
        try {
            Files.move(clean, original, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Failure notSanitised(String reason) {
        return new Failure("not_sanitised", "The original keeps its metadata. " + reason);
    }
}
