package dev.slipway.image.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageEngineSuite;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.PortableTiffContract;
import dev.slipway.image.VariantPlan;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class JdkEngineTest extends ImageEngineSuite {

    @Override
    protected ImageEngine engine(ImageLimits limits, Duration timeLimit) {
        return new JdkEngine(limits, timeLimit);
    }

    @Test
    @DisplayName("D77: weighs a photo by what is made of it, not by its size")
    void weighsAPhotoByWhatIsMadeOfIt() {
        var plans =
                Stream.of(300, 500, 800, 1600)
                        .map(width -> VariantPlan.of("w" + width, Fit.WIDTH, width))
                        .toList();
        var photo = ImageHeader.still("image/jpeg", 6000, 4000);
        var panorama = ImageHeader.still("image/jpeg", 12_000, 9_000);

        assertThat(engine().weight(photo, plans)).isLessThan(32 << 20);
        assertThat(engine().weight(panorama, plans)).isLessThan(40 << 20);
    }

    /// 18 megabytes as pixels.
    @Test
    @DisplayName("D77: keeps a large size in a file that is gone in the end")
    void keepsALargeSizeInAFile() {
        var jpeg = PictureFile.withExif(PictureFile.jpeg(Painted.corners(3000, 2000)), 6);

        var variant = renderOne(jpeg, plan(2000, OutputFormat.JPEG));

        assertThat(variant.height()).isEqualTo(3000);
        assertThat(folder().toFile().list()).containsExactly("w2000.jpg");
        assertColour(picture(variant), 0.25, 0.25, Painted.BLUE);
        assertColour(picture(variant), 0.75, 0.25, Painted.RED);
    }

    @Nested
    final class ReadsTiffInJava extends PortableTiffContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return JdkEngineTest.this.engine(limits);
        }
    }
}
