package dev.slipway.image;

import java.io.IOException;
import java.util.zip.CRC32;

/// The chunks of a PNG (W3C PNG, third edition, 5 and 11), all of them: a file without its last
/// chunk is cut off, and the orientation may stand behind the pixels.
public final class PngLayout {

    private static final int IHDR = 0x49484452;
    private static final int TRNS = 0x74524e53;
    private static final int EXIF = 0x65584966;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    private static final int ANCILLARY = 0x20000000;
    private static final int FIRST_CHUNK = 8;
    private static final int PALETTE = 3;

    private PngLayout() {}

    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        in.seek(FIRST_CHUNK);
        Header header = null;
        var transparent = false;
        var orientation = 1;
        var pixels = false;
        while (true) {
            var size = in.readInt();
            var type = in.readInt();
            var next = in.getStreamPosition() + size + 4;
            if (size < 0 || (next > in.length() && type != IEND)) {
                throw Refused.corrupt("The file ends within a chunk.");
            }
            if ((header == null) != (type == IHDR)) {
                throw Refused.corrupt("The picture's size is not said first, or said twice.");
            }
            switch (type) {
                case IHDR -> {
                    header = Header.read(in);
                    limits.checkSize(header.width, header.height);
                }
                case TRNS -> transparent |= !pixels;
                case EXIF -> orientation = ExifOrientation.read(in, size);
                case IDAT -> pixels = true;
                default -> {}
            }
            if (header != null && type == IEND) {
                return header.layout(orientation, transparent, in.length());
            }
            in.seek(next);
        }
    }

    /// Compares the checksums of the critical chunks, which the JDK's reader does not.
    public static void check(SourceStream in) throws IOException, Refused {
        in.seek(FIRST_CHUNK);
        while (true) {
            var size = in.readInt();
            in.mark();
            var type = in.readInt();
            if (type == IEND) {
                return;
            }
            if ((type & ANCILLARY) == 0) {
                in.reset();
                var expected = checksum(in, size + 4L);
                if (in.readInt() != expected) {
                    throw Refused.corrupt("A checksum does not match.");
                }
            } else {
                in.seek(in.getStreamPosition() + size + 4);
            }
        }
    }

    private static int checksum(SourceStream in, long size) throws IOException {
        var crc = new CRC32();
        var buffer = new byte[1 << 13];
        for (var left = size; left > 0; ) {
            var some = (int) Math.min(left, buffer.length);
            in.readFully(buffer, 0, some);
            crc.update(buffer, 0, some);
            left -= some;
        }
        return (int) crc.getValue();
    }

    private record Header(int width, int height, int depth, int colour, boolean interlaced) {

        static Header read(SourceStream in) throws IOException, Refused {
            var header =
                    new Header(
                            in.readInt(),
                            in.readInt(),
                            in.readUnsignedByte(),
                            in.readUnsignedByte(),
                            in.skipBytes(2) == 2 && in.readUnsignedByte() != 0);
            if (header.width <= 0 || header.height <= 0) {
                throw Refused.corrupt("The header's size is impossible.");
            }
            return header;
        }

        Layout layout(int orientation, boolean transparent, long fileSize) {
            var alpha = transparent || colour == 4 || colour == 6;
            return Layout.still(
                    "image/png",
                    width,
                    height,
                    orientation,
                    alpha,
                    interlaced,
                    decodeBytes(transparent, fileSize));
        }

        /// What is not 8-bit RGB is converted after it was decoded, to four bytes a pixel. Of a
        /// palette's file the JDK's reader keeps the chunks that describe the picture, too.
        private long decodeBytes(boolean transparent, long fileSize) {
            var samples =
                    switch (colour) {
                        case 2 -> 3;
                        case 4 -> 2;
                        case 6 -> 4;
                        default -> 1;
                    };
            var decoded =
                    (samples + (transparent && colour != PALETTE ? 1 : 0)) * (depth == 16 ? 2 : 1);
            var converted = samples >= 3 && depth == 8 ? 0 : 4;
            var kept = colour == PALETTE ? 4 * fileSize : 0;
            return (long) width * height * (decoded + converted) + kept;
        }
    }
}
