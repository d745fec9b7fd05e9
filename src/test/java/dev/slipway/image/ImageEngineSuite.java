package dev.slipway.image;

import java.time.Duration;
import org.junit.jupiter.api.Nested;

/// All that an engine has to pass, whichever it is: its own test says how one is made.
public abstract class ImageEngineSuite extends EngineCase {

    /// `timeLimit`: of one picture.
    protected abstract ImageEngine engine(ImageLimits limits, Duration timeLimit);

    @Override
    protected final ImageEngine engine(ImageLimits limits) {
        return engine(limits, Duration.ofMinutes(1));
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
