package dev.slipway.image.libvips;

import dev.slipway.image.Capabilities;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import java.time.Duration;
import java.util.Set;

/// A libvips that has rendered right what it was tried with.
public final class UsableLibvips implements FoundLibvips {

    private final Libvips vips;
    private final Set<Loader> loaders;
    private final Capabilities capabilities;

    UsableLibvips(Libvips vips, Set<Loader> loaders, Capabilities capabilities) {
        this.vips = vips;
        this.loaders = Set.copyOf(loaders);
        this.capabilities = capabilities;
    }

    Libvips vips() {
        return vips;
    }

    boolean reads(Loader loader) {
        return loaders.contains(loader);
    }

    /// `timeLimit`: what rendering one picture may take, without what the sink does.
    public ImageEngine engine(ImageLimits limits, Duration timeLimit) {
        return new LibvipsEngine(vips, capabilities, loaders, limits, timeLimit);
    }
}
