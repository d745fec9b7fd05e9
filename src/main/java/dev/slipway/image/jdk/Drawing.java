package dev.slipway.image.jdk;

import dev.slipway.image.Cascade;
import dev.slipway.image.Copyright;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Orientation;
import dev.slipway.image.OutputFormat;
import java.awt.color.ICC_Profile;
import org.jspecify.annotations.Nullable;

/// One size in the making: what it is drawn on, and how that will be written. `kept`: the
/// profile that explains its colours, unless they are sRGB by then. `copyright`: what is said of
/// it in the result.
record Drawing(
        Cascade.Step step,
        Canvas canvas,
        OutputFormat format,
        @Nullable ICC_Profile kept,
        Copyright copyright) {

    static Drawing of(
            Cascade.Step step,
            ImageHeader header,
            RowSource rows,
            OutputFormat format,
            PixelRoom room) {
        // what was grey is written as RGB, which its profile does not explain
        var keeps = step.plan().keeping().colourProfile() && rows.channels() > 1;
        var swaps = Orientation.swapsSides(header.orientation());
        var width = swaps ? step.height() : step.width();
        var height = swaps ? step.width() : step.height();
        var pixels =
                new ToPixels(
                        width,
                        rows.channels(),
                        keeps ? null : rows.profile(),
                        format == OutputFormat.PNG);
        var canvas = new Canvas(pixels, Turned.of(width, height, header.orientation()), room);
        var copyright =
                step.plan().keeping().copyright() && format == OutputFormat.JPEG
                        ? rows.copyright()
                        : Copyright.NONE;
        return new Drawing(step, canvas, format, keeps ? rows.profile() : null, copyright);
    }
}
