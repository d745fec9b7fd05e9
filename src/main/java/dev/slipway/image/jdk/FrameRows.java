package dev.slipway.image.jdk;

import dev.slipway.image.Copyright;
import dev.slipway.image.Layout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.imageio.DecodeFrame;
import java.awt.color.ICC_Profile;
import org.jspecify.annotations.Nullable;

/// A picture in a format whose readers decode it whole: the rows of its first frame, at its
/// place on its canvas.
record FrameRows(Layout layout, SourceStream in) implements RowSource {

    @Override
    public int channels() {
        return layout.alpha() ? 4 : 3;
    }

    @Override
    public @Nullable ICC_Profile profile() {
        return null;
    }

    @Override
    public Copyright copyright() {
        return Copyright.NONE;
    }

    @Override
    public void decode(RowSink sink) throws Refused {
        var raster = DecodeFrame.of(layout, in).getRaster();
        var width = raster.getWidth();
        var bands = raster.getNumBands();
        var levels = new int[width * bands];
        var samples = new float[width * channels()];
        for (var y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, levels);
            for (int in = 0, out = 0; in < levels.length; in += bands, out += channels()) {
                var alpha = bands == 4 ? levels[in + 3] : 255;
                var factor = channels() == 4 ? alpha / 255f : 1;
                samples[out] = levels[in] * factor;
                samples[out + 1] = levels[in + 1] * factor;
                samples[out + 2] = levels[in + 2] * factor;
                if (channels() == 4) {
                    samples[out + 3] = alpha;
                }
            }
            sink.row(samples);
        }
    }
}
