package dev.slipway.image.jdk;

import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.imageio.ColourProfile;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// What stands in a PNG before its pixels (W3C PNG, third edition, 11): the header, the palette
/// and what of it or which colour is transparent, the profile. What is not there is empty.
record PngHead(
        int width,
        int height,
        int depth,
        int colour,
        boolean interlaced,
        ByteBuffer palette,
        ByteBuffer transparency,
        @Nullable ICC_Profile profile) {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGBA = 6;

    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int ICCP = 0x69434350;
    private static final int IDAT = 0x49444154;

    private static final int FIRST_CHUNK = 8;
    private static final int MAX_CHUNK = 1 << 20;
    private static final int MAX_PROFILE = 1 << 20;
    private static final byte[] NOTHING = {};

    /// Leaves the stream at the first chunk of pixels.
    static PngHead read(SourceStream in) throws IOException, Refused {
        in.seek(FIRST_CHUNK);
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        var header = NOTHING;
        var palette = NOTHING;
        var transparency = NOTHING;
        var profile = NOTHING;
        var profileSeen = false;
        while (true) {
            var start = in.getStreamPosition();
            var size = in.readInt();
            var type = in.readInt();
            switch (type) {
                case IHDR -> header = chunk(in, size);
                case PLTE -> palette = chunk(in, size);
                case TRNS -> transparency = chunk(in, size);
                case ICCP -> {
                    // as libpng does: a second one is no profile
                    profile = profileSeen ? profile : chunk(in, size);
                    profileSeen = true;
                }
                case IDAT -> {
                    in.seek(start);
                    return of(header, palette, transparency, inflated(profile));
                }
                default -> {}
            }
            in.seek(start + 12 + size);
        }
    }

    /// Samples of a pixel as they are stored, a palette's index being one.
    int samples() {
        return switch (colour) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGBA -> 4;
            default -> 1;
        };
    }

    /// Of a line of so many pixels, without the byte that names its filter.
    int lineBytes(int pixels) {
        return Math.toIntExact(((long) pixels * samples() * depth + 7) / 8);
    }

    private static PngHead of(byte[] header, byte[] palette, byte[] transparency, byte[] profile)
            throws Refused {
        var bytes = ByteBuffer.wrap(header);
        var kind = bytes.get(9);
        var head =
                new PngHead(
                        bytes.getInt(),
                        bytes.getInt(),
                        bytes.get(),
                        bytes.get(),
                        bytes.get(12) != 0,
                        ByteBuffer.wrap(palette),
                        ByteBuffer.wrap(transparency),
                        ColourProfile.parse(profile, (kind & RGB) == 0 ? 1 : 3));
        var combines =
                switch (head.colour) {
                    case GREY -> head.depth <= 16 && Integer.bitCount(head.depth) == 1;
                    case PALETTE -> head.depth <= 8 && Integer.bitCount(head.depth) == 1;
                    case RGB, GREY_ALPHA, RGBA -> head.depth == 8 || head.depth == 16;
                    default -> false;
                };
        if (!combines || bytes.get(10) != 0 || bytes.get(11) != 0 || bytes.get(12) > 1) {
            throw Refused.corrupt("The header describes no kind of PNG.");
        }
        if (head.colour == PALETTE && (palette.length == 0 || palette.length % 3 != 0)) {
            throw Refused.corrupt("The picture's palette is missing.");
        }
        return head;
    }

    private static byte[] chunk(SourceStream in, int size) throws IOException {
        var bytes = new byte[size < 0 || size > MAX_CHUNK ? 0 : size];
        in.readFully(bytes);
        return bytes;
    }

    /// The name of the profile, a zero, the method and then the compressed profile (11.3.2.3).
    private static byte[] inflated(byte[] chunk) {
        var at = 0;
        while (at < chunk.length && chunk[at] != 0) {
            at++;
        }
        if (at + 2 >= chunk.length) {
            return NOTHING;
        }
        var deflated = new ByteArrayInputStream(chunk, at + 2, chunk.length - at - 2);
        try (var profile = new InflaterInputStream(deflated)) {
            return profile.readNBytes(MAX_PROFILE);
        } catch (IOException e) {
            return NOTHING;
        }
    }
}
