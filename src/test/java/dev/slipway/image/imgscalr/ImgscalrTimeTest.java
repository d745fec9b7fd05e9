package dev.slipway.image.imgscalr;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.TimedEngineContract;
import java.util.function.Supplier;

final class ImgscalrTimeTest extends TimedEngineContract {

    @Override
    protected ImageEngine engine(ImageLimits limits, Supplier<TimeLimit> timeLimit) {
        return new ImgscalrEngine(limits, timeLimit);
    }
}
