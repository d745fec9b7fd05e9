package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All that an engine has to pass, whichever it is: its own test says how one is made.
public abstract class ImageEngineSuite extends EngineCase {

    /// `timeLimit`: of one picture.
    protected abstract ImageEngine engine(ImageLimits limits, Duration timeLimit);

    @Override
    protected final ImageEngine engine(ImageLimits limits) {
        return engine(limits, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg",
                "progressive",
                "cmyk",
                "png",
                "palette",
                "gif",
                "webp",
                "vp8",
                "tiff",
                "tiles",
                "tiffjpeg",
                "fax"
            })
    @DisplayName("D74: gives up a picture that takes too long")
    final void givesUpAPictureThatTakesTooLong(String kind) {
        var engine = engine(LIMITS, Duration.ZERO);
        var plans = List.of(plan(20, OutputFormat.KEEP));
        var file = file(SmallPictures.all().get(kind));
        var header = (ImageHeader) engine.inspect(file, plans);

        var rendering = engine.render(file, header, plans, folder(), variant -> {});

        assertCode(rendering, ImageRefusal.TOO_MANY_PIXELS);
        assertThat(((ImageRefusal) rendering).detail()).contains("takes longer than 0 s");
        assertThat(folder()).isEmptyDirectory();
    }

    @Nested
    final class Renders extends ImageEngineContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class DoesTheOperations extends ImageOperationsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class KeepsToLimits extends ImageLimitsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class ReadsAllKinds extends ImageKindsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class ReadsTiff extends TiffContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class MakesNoCommonMistake extends CommonMistakesContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }

    @Nested
    final class SurvivesHostileFiles extends HostileImagesContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImageEngineSuite.this.engine(limits);
        }
    }
}
