package dev.slipway.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The header of a JPEG: its segments up to the first scan (ITU-T T.81, annex B).
final class JpegLayout {

    private JpegLayout() {}

    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        return read(in, 0, limits);
    }

    /// Of one that begins within a file.
    static Layout read(SourceStream in, long start, ImageLimits limits)
            throws IOException, Refused {
        var walk = new WalkJpeg(in, start);
        var orientation = 0;
        Frame frame = null;
        while (true) {
            var marker = walk.next();
            if (marker == WalkJpeg.EOI) {
                throw Refused.corrupt("The file holds no picture.");
            } else if (marker == WalkJpeg.SOS) {
                return layout(in, frame, Math.max(1, orientation));
            } else if (isFrame(marker)) {
                if (frame != null) {
                    throw Refused.corrupt("The header describes two pictures.");
                }
                frame = Frame.read(in, marker);
                limits.checkSize(frame.width, frame.height);
            } else if (marker == WalkJpeg.APP1
                    && orientation == 0
                    && ExifOrientation.follows(in, walk.size())) {
                orientation = ExifOrientation.read(in, walk.size());
            }
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

    private static boolean isFrame(int marker) {
        return marker >= WalkJpeg.SOF0
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
            if (marker > WalkJpeg.SOF2 || precision != 8) {
                throw Refused.unsupported(
                        "Lossless, arithmetic and 12-bit JPEG pictures are not read here.");
            }
            if (width == 0 || height == 0 || components == 0 || components > 4) {
                throw Refused.corrupt("The header's size or number of colours is impossible.");
            }
            return new Frame(width, height, components, marker == WalkJpeg.SOF2);
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
