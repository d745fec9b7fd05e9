package dev.slipway.image.jdk;

import dev.slipway.image.Copyright;
import dev.slipway.image.Layout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.imageio.CmykToRgb;
import dev.slipway.image.imageio.Codecs;
import dev.slipway.image.imageio.ReadingWatch;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// A JPEG as the JDK's reader decodes it, one row at a time.
final class JpegRows implements RowSource {

    private static final int CMYK = 4;

    private final Layout layout;
    private final SourceStream in;
    private final JpegMarkers markers;

    private JpegRows(Layout layout, SourceStream in, JpegMarkers markers) {
        this.layout = layout;
        this.in = in;
        this.markers = markers;
    }

    static JpegRows of(Layout layout, SourceStream in) throws IOException, Refused {
        var markers = JpegMarkers.read(in, layout.progressive());
        if (markers.components() == 2) {
            throw Refused.unsupported("JPEG pictures of two colours are not read here.");
        }
        return new JpegRows(layout, in, markers);
    }

    @Override
    public int channels() {
        return markers.components() == 1 ? 1 : 3;
    }

    /// Print's colours are RGB by the time the rows are given.
    @Override
    public @Nullable ICC_Profile profile() {
        return markers.components() == CMYK ? null : markers.profile();
    }

    @Override
    public Copyright copyright() {
        return markers.copyright();
    }

    @Override
    public void decode(RowSink sink) throws IOException, Refused {
        var samples = new float[layout.width() * channels()];
        Consumer<byte[]> bytes =
                row -> {
                    LevelShift.toSamples(row, samples);
                    sink.row(samples);
                };
        in.seek(0);
        read(
                markers.components() == CMYK
                        ? new CmykToRgb(markers.profile(), layout.width(), bytes)
                        : bytes);
    }

    private void read(Consumer<byte[]> rows) throws IOException, Refused {
        var bands = markers.components();
        var tap = RowTap.of(layout.width(), layout.height(), bands, markers.scans(), rows);
        var watch = new ReadingWatch(layout, in.time());
        var reader = Codecs.jpegRowReader();
        try {
            reader.setInput(in, false, true);
            layout.checkFrameSize(reader.getWidth(0), reader.getHeight(0));
            watch.over(reader);
            readInto(tap, reader);
        } finally {
            reader.dispose();
        }
        watch.throwIfCutOff();
        if (tap.passes() != markers.scans()) {
            throw Refused.corrupt("The picture does not have the scans that its markers say.");
        }
    }

    /// That the bands are named keeps the reader from converting colours at full size, and so
    /// with far more work; the profile is applied to what is made of the picture.
    private static void readInto(RowTap tap, ImageReader reader) throws IOException {
        var bands = IntStream.range(0, tap.getNumBands()).toArray();
        var param = reader.getDefaultReadParam();
        param.setDestination(tap.image());
        param.setSourceBands(bands);
        param.setDestinationBands(bands);
        reader.read(0, param);
    }
}
