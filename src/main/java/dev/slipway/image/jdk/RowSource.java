package dev.slipway.image.jdk;

import dev.slipway.image.Copyright;
import dev.slipway.image.Refused;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A picture that can be decoded, once, from the top down and as it is stored, not yet turned.
interface RowSource {

    /// Samples of a pixel: 1 is grey, 3 are RGB, 4 are RGB and alpha.
    int channels();

    /// What its colours mean, unless it is sRGB.
    @Nullable ICC_Profile profile();

    /// Who made and owns it, as far as that is read here.
    Copyright copyright();

    /// Gives every row to the sink. A reader's exceptions pass through; what they say about the
    /// bytes is the caller's to judge.
    void decode(RowSink sink) throws IOException, Refused;
}
