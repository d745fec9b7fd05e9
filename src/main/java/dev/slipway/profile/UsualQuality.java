package dev.slipway.profile;

import dev.slipway.image.OutputFormat;
import org.jspecify.annotations.Nullable;

/// The quality of variants that nothing else is said of: the scales differ.
final class UsualQuality {

    private static final int AVIF = 50;
    private static final int OTHERS = 80;

    private UsualQuality() {}

    static int of(OutputFormat format) {
        return format == OutputFormat.AVIF ? AVIF : OTHERS;
    }

    /// Of what is to be written in another format: what was usual stays usual, what was chosen
    /// stays chosen.
    static int moved(int quality, OutputFormat from, @Nullable OutputFormat to) {
        return to != null && quality == of(from) ? of(to) : quality;
    }
}
