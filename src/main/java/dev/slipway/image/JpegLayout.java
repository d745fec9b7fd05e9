package dev.slipway.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The header of a JPEG: its segments up to the first scan (ITU-T T.81, annex B).
final class JpegLayout {

    private static final int APP1 = 0xe1;
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int PROGRESSIVE = 0xc2;

    private JpegLayout() {}

    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        in.seek(2);
        var orientation = 0;
        Frame frame = null;
        while (true) {
            var marker = nextMarker(in);
            if (marker == EOI) {
                throw Refused.corrupt("The file holds no picture.");
            }
            if (standsAlone(marker)) {
                continue;
            }
            var size = in.readUnsignedShort() - 2;
            var next = in.getStreamPosition() + size;
            if (size < 0) {
                throw Refused.corrupt("A segment of the header is shorter than possible.");
            } else if (marker == SOS) {
                return layout(in, frame, Math.max(1, orientation));
            } else if (isFrame(marker)) {
                if (frame != null) {
                    throw Refused.corrupt("The header describes two pictures.");
                }
                frame = Frame.read(in, marker);
                limits.checkSize(frame.width, frame.height);
            } else if (marker == APP1 && orientation == 0 && ExifOrientation.follows(in, size)) {
                orientation = ExifOrientation.read(in, size);
            }
            in.seek(next);
        }
    }

    private static Layout layout(SourceStream in, @Nullable Frame frame, int orientation)
            throws IOException, Refused {
        if (frame == null) {
            throw Refused.corrupt("The picture's data comes before its size.");
        }
        var manyScans = frame.progressive || in.readUnsignedByte() < frame.components;
        return Layout.still(
                "image/jpeg",
                frame.width,
                frame.height,
                orientation,
                false,
                manyScans,
                frame.decodeBytes(manyScans) + 2 * in.length());
    }

    private static int nextMarker(SourceStream in) throws IOException {
        var b = in.readUnsignedByte();
        while (b != 0xff) {
            b = in.readUnsignedByte();
        }
        while (b == 0xff) {
            b = in.readUnsignedByte();
        }
        return b;
    }

    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private record Frame(int width, int height, int components, boolean progressive) {

        static Frame read(SourceStream in, int marker) throws IOException, Refused {
            var precision = in.readUnsignedByte();
            var height = in.readUnsignedShort();
            var width = in.readUnsignedShort();
            var components = in.readUnsignedByte();
            if (marker > PROGRESSIVE || precision != 8) {
                throw Refused.unsupported(
                        "Lossless, arithmetic and 12-bit JPEG pictures are not read here.");
            }
            if (width == 0 || height == 0 || components == 0 || components > 4) {
                throw Refused.corrupt("The header's size or number of colours is impossible.");
            }
            return new Frame(width, height, components, marker == PROGRESSIVE);
        }

        /// Some kinds are read into a raster first and copied from there, in another colour
        /// space; with two or four components the last may be taken for transparency, and what
        /// comes out is laid on white. With more than one scan libjpeg holds all coefficients,
        /// two bytes each, outside the heap.
        long decodeBytes(boolean manyScans) {
            var raster = components;
            var picture = components == 3 ? 3 : components + 4;
            var flattened = components % 2 == 0 ? 4 : 0;
            var coefficients = manyScans ? 2 * components : 0;
            return (long) width * height * (raster + picture + flattened + coefficients);
        }
    }
}
