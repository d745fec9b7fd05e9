package dev.slipway.image;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteOrder;

/// The chunks of a WebP, and the first of its frames (RFC 9649, 2 and 3.4; RFC 6386, 9.1). The
/// sizes that the bitstreams claim must be the container's, as the reader believes either.
final class WebpLayout {

    private static final int VP8 = fourCc("VP8 ");
    private static final int VP8L = fourCc("VP8L");
    private static final int VP8X = fourCc("VP8X");
    private static final int ALPH = fourCc("ALPH");
    private static final int ANMF = fourCc("ANMF");
    private static final int EXIF = fourCc("EXIF");

    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;

    private final SourceStream in;
    private final ImageLimits limits;
    private int width;
    private int height;
    private Rectangle frame = new Rectangle();
    private int orientation = 1;
    private boolean alpha;
    private int frames;
    private boolean pictureSeen;
    private long workBytes;

    private WebpLayout(SourceStream in, ImageLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        return new WebpLayout(in, limits).read();
    }

    private Layout read() throws IOException, Refused {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(4);
        var end = in.readUnsignedInt() + 8;
        in.seek(12);
        var type = in.readInt();
        var size = in.readUnsignedInt();
        var data = in.getStreamPosition();
        var animated = type == VP8X && extended();
        if (type == VP8 || type == VP8L) {
            picture(type, true);
        } else if (type != VP8X) {
            throw Refused.corrupt("The file holds no picture.");
        }
        if (end > in.length()) {
            throw Refused.corrupt("The file is shorter than it says.");
        }
        if (data + size > end) {
            throw Refused.corrupt("The file ends within a chunk.");
        }
        if (type == VP8X) {
            chunks(data + size, end, animated);
        }
        if (!pictureSeen) {
            throw Refused.corrupt("The file holds no picture.");
        }
        return layout();
    }

    private boolean extended() throws IOException, Refused {
        var flags = in.readUnsignedByte();
        alpha = (flags & ALPHA) != 0;
        in.skipBytes(3);
        width = 1 + readUnsigned24();
        height = 1 + readUnsigned24();
        limits.checkSize(width, height);
        frame = new Rectangle(width, height);
        return (flags & ANIMATED) != 0;
    }

    private void chunks(long from, long end, boolean framesFollow) throws IOException, Refused {
        for (var at = from; at < end; ) {
            in.seek(at);
            var type = in.readInt();
            var size = in.readUnsignedInt();
            var data = in.getStreamPosition();
            if (data + size > end) {
                throw Refused.corrupt("The file ends within a chunk.");
            }
            if (type == EXIF) {
                orientation = ExifOrientation.read(in, size);
            } else if (framesFollow) {
                // outside of a frame an animation has no picture, whatever stands there
                if (type == ANMF) {
                    frames++;
                    firstFrame(data + size);
                }
            } else if (type == VP8 || type == VP8L) {
                picture(type, false);
            } else if (type == ALPH) {
                workBytes += 5L * frame.width * frame.height + codeTables(data);
            }
            at = data + size + (size & 1);
        }
    }

    private void firstFrame(long end) throws IOException, Refused {
        if (pictureSeen) {
            return;
        }
        var x = 2 * readUnsigned24();
        var y = 2 * readUnsigned24();
        frame = new Rectangle(x, y, 1 + readUnsigned24(), 1 + readUnsigned24());
        if (!new Rectangle(width, height).contains(frame)) {
            throw Refused.corrupt("The first frame lies outside of the canvas.");
        }
        in.skipBytes(4);
        chunks(in.getStreamPosition(), end, false);
        if (!pictureSeen) {
            throw Refused.corrupt("The first frame holds no picture.");
        }
    }

    private void picture(int type, boolean only) throws IOException, Refused {
        var data = in.getStreamPosition();
        int pictureWidth;
        int pictureHeight;
        if (type == VP8) {
            in.skipBytes(6);
            pictureWidth = in.readUnsignedShort() & 0x3fff;
            pictureHeight = in.readUnsignedShort() & 0x3fff;
            workBytes += macroBlocks(pictureWidth, pictureHeight);
        } else {
            in.skipBytes(1);
            var bits = in.readInt();
            pictureWidth = 1 + (bits & 0x3fff);
            pictureHeight = 1 + (bits >> 14 & 0x3fff);
            alpha |= only && (bits >> 28 & 1) != 0;
            workBytes += (long) pictureWidth * pictureHeight + codeTables(data);
        }
        if (only) {
            width = pictureWidth;
            height = pictureHeight;
            frame = new Rectangle(width, height);
            limits.checkSize(width, height);
        }
        if (pictureSeen
                || pictureWidth == 0
                || pictureHeight == 0
                || pictureWidth != frame.width
                || pictureHeight != frame.height) {
            throw Refused.corrupt("The picture is not of the size that the file says.");
        }
        pictureSeen = true;
    }

    private Layout layout() {
        var samples = alpha ? 4 : 3;
        var canvas = new Rectangle(width, height);
        var decodeBytes =
                workBytes
                        + (long) samples * frame.width * frame.height
                        + (frame.equals(canvas) ? 0 : 4L * width * height);
        return new Layout(
                "image/webp",
                width,
                height,
                frame,
                orientation,
                alpha || !frame.equals(canvas),
                Math.max(1, frames),
                false,
                decodeBytes);
    }

    /// TwelveMonkeys keeps the modes of every macro-block of 16 by 16 pixels, and a few rows of
    /// them as objects.
    private static long macroBlocks(int width, int height) {
        var columns = (width + 15L) / 16 + 2;
        var rows = (height + 15L) / 16;
        return columns * rows * 128 + columns * 50_000;
    }

    /// A lossless picture may claim up to 65536 groups of five tables, of which each takes half
    /// a byte of the file at least and more than a kilobyte of memory.
    private long codeTables(long data) {
        var groups = Math.min(1 << 16, (in.length() - data) * 2 / 5 + 1);
        return groups * 5 * 1_150;
    }

    private int readUnsigned24() throws IOException {
        return in.readUnsignedShort() | in.readUnsignedByte() << 16;
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
