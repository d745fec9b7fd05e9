package dev.slipway.image.jdk;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// A canvas as ImageIO's JPEG writer wants it: that asks for one row at a time, which is copied
/// out then, wherever the canvas' pixels are.
final class CanvasRaster extends WritableRaster {

    private static final int[] RGB = {0, 1, 2};

    private final Canvas canvas;
    private final byte[] line;
    private final Raster row;

    private CanvasRaster(Canvas canvas) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        canvas.width(),
                        canvas.height(),
                        RGB.length,
                        canvas.width() * RGB.length,
                        RGB),
                new DataBufferByte(1),
                new Point());
        this.canvas = canvas;
        this.line = new byte[canvas.width() * RGB.length];
        this.row =
                Raster.createInterleavedRaster(
                        new DataBufferByte(line, line.length),
                        canvas.width(),
                        1,
                        line.length,
                        RGB.length,
                        RGB,
                        null);
    }

    static BufferedImage image(Canvas canvas, ColorModel colours) {
        return new BufferedImage(colours, new CanvasRaster(canvas), false, null);
    }

    /// Only ever asked for a whole row.
    @Override
    public Raster createChild(int x, int y, int width, int height, int toX, int toY, int[] bands) {
        canvas.copyLine(y, line);
        return row;
    }
}
