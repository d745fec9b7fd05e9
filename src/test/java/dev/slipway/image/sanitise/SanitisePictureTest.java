package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D75: sanitising a picture")
class SanitisePictureTest {

    @TempDir Path folder;

    private Sanitiser sanitiser;

    @BeforeEach
    void begin() {
        sanitiser = new Sanitiser(folder);
    }

    @Test
    void knowsItsTypes() {
        assertThat(List.of("image/jpeg", "image/png", "image/webp"))
                .allMatch(SanitisePicture::canBe);
        assertThat(List.of("image/gif", "image/heic", "text/plain"))
                .noneMatch(SanitisePicture::canBe);
    }

    @Test
    void leavesWhatIsClean() {
        var noise = Painted.noise(60, 40, 1);
        sanitiser.assertNothingToTakeOut(PictureFile.jpeg(noise));
        sanitiser.assertNothingToTakeOut(PictureFile.png(noise));
        sanitiser.assertNothingToTakeOut(PictureFile.resource("lossless-noise.webp"));
    }

    @Test
    void doesNotTouchWhatItDoesNotKnow() {
        sanitiser.assertNotPossible(PictureFile.gif(Painted.plain(2, 2, Painted.RED)));
        sanitiser.assertNotPossible(Sanitiser.SECRET);
        sanitiser.assertNotPossible(new byte[0]);
    }
}
