package dev.slipway.image;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteOrder;

/// The header of a GIF up to its first frame (GIF89a, 17 to 23), and how many frames there are.
/// The canvas is the logical screen, grown to hold the first frame as browsers do.
final class GifLayout {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;

    private GifLayout() {}

    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(6);
        var width = in.readUnsignedShort();
        var height = in.readUnsignedShort();
        limits.checkSize(width, height);
        var flags = in.readUnsignedByte();
        in.skipBytes(2);
        skipTable(in, flags);
        var transparent = false;
        while (true) {
            var block = in.readUnsignedByte();
            if (block == IMAGE) {
                var frame = frame(in);
                limits.checkSize(frame.x + frame.width, frame.y + frame.height);
                return layout(width, height, frame, transparent, 1 + framesAfter(in));
            }
            if (block != EXTENSION) {
                throw Refused.corrupt("The file holds no picture.");
            }
            if (in.readUnsignedByte() == GRAPHIC_CONTROL) {
                in.mark();
                in.readUnsignedByte();
                transparent = (in.readUnsignedByte() & 1) != 0;
                in.reset();
            }
            skipBlocks(in);
        }
    }

    private static Rectangle frame(SourceStream in) throws IOException, Refused {
        var x = in.readUnsignedShort();
        var y = in.readUnsignedShort();
        var frame = new Rectangle(x, y, in.readUnsignedShort(), in.readUnsignedShort());
        if (frame.isEmpty()) {
            throw Refused.corrupt("The first frame's size is impossible.");
        }
        return frame;
    }

    /// The frames behind the one whose description was just read. What no decoder would take
    /// for a block ends the file, as does its end between two of them.
    private static int framesAfter(SourceStream in) throws IOException {
        var frames = 0;
        skipPixels(in);
        while (true) {
            switch (in.read()) {
                case IMAGE -> {
                    frames++;
                    in.skipBytes(8);
                    skipPixels(in);
                }
                case EXTENSION -> {
                    in.readUnsignedByte();
                    skipBlocks(in);
                }
                default -> {
                    return frames;
                }
            }
        }
    }

    private static void skipPixels(SourceStream in) throws IOException {
        skipTable(in, in.readUnsignedByte());
        in.readUnsignedByte();
        skipBlocks(in);
    }

    private static void skipTable(SourceStream in, int flags) throws IOException {
        in.skipBytes((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
    }

    private static void skipBlocks(SourceStream in) throws IOException {
        int size;
        do {
            size = in.readUnsignedByte();
            in.seek(in.getStreamPosition() + size);
        } while (size > 0);
    }

    private static Layout layout(
            int width, int height, Rectangle frame, boolean transparent, int frames) {
        var canvasWidth = Math.max(width, frame.x + frame.width);
        var canvasHeight = Math.max(height, frame.y + frame.height);
        var covers = frame.width == canvasWidth && frame.height == canvasHeight;
        var canvas = (long) canvasWidth * canvasHeight;
        // the frame as indexes and as RGB, and the canvas that it is drawn on
        var decodeBytes = 5L * frame.width * frame.height + (covers ? 0 : 4 * canvas);
        return new Layout(
                "image/gif",
                canvasWidth,
                canvasHeight,
                frame,
                1,
                transparent || !covers,
                frames,
                false,
                decodeBytes);
    }
}
