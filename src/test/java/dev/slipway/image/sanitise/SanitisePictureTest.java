package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D75: sanitising a picture")
class SanitisePictureTest extends SanitiserCase {

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
        assertNothingToTakeOut(PictureFile.jpeg(noise));
        assertNothingToTakeOut(PictureFile.png(noise));
        assertNothingToTakeOut(PictureFile.resource("lossless-noise.webp"));
    }

    @Test
    void doesNotTouchWhatItDoesNotKnow() {
        assertNotPossible(PictureFile.gif(Painted.plain(2, 2, Painted.RED)));
        assertNotPossible(SECRET);
        assertNotPossible(new byte[0]);
    }
}
