package dev.slipway.image;

import java.util.List;

/// Everything that was asked for, the largest first.
public record Rendered(List<RenderedVariant> variants) implements Rendering {

    public Rendered {
        variants = List.copyOf(variants);
    }
}
