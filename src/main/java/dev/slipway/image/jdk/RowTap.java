package dev.slipway.image.jdk;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The raster of a picture that is never held: the JDK's JPEG reader sets it row by row, each
/// out of one and the same line of bytes, and it hands on those of the last pass.
///
/// Of a picture in several scans every pass gives all rows, better each time.
final class RowTap extends WritableRaster {

    private final int lastPass;
    private final Consumer<byte[]> rows;
    private int pass;

    private RowTap(int width, int height, int bands, int lastPass, Consumer<byte[]> rows) {
        super(layout(width, height, bands), new DataBufferByte(1), new Point());
        this.lastPass = lastPass;
        this.rows = rows;
    }

    static RowTap of(int width, int height, int bands, int passes, Consumer<byte[]> rows) {
        return new RowTap(width, height, bands, passes, rows);
    }

    /// A picture for a reader to set. Its colours are never asked for.
    BufferedImage image() {
        var space =
                ColorSpace.getInstance(getNumBands() < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        var alpha = getNumBands() > space.getNumComponents();
        var transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        var model =
                new ComponentColorModel(space, alpha, false, transparency, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, this, false, null);
    }

    @Override
    public void setRect(int x, int y, Raster row) {
        if (y == 0) {
            pass++;
        }
        if (pass == lastPass) {
            rows.accept(((DataBufferByte) row.getDataBuffer()).getData());
        }
    }

    int passes() {
        return pass;
    }

    private static PixelInterleavedSampleModel layout(int width, int height, int bands) {
        return new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE,
                width,
                height,
                bands,
                width * bands,
                IntStream.range(0, bands).toArray());
    }
}
