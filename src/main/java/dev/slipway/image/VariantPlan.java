package dev.slipway.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// One size to make of a picture.
///
/// - `name`: lower-case letters, digits, `-` and `_`, at most 64; it becomes part of file names
/// - `width`: the pixels asked for, 1 to 10000
/// - `quality`: of a JPEG, 1 to 100 on libjpeg's scale; a PNG has none
/// - `progressive`: whether a JPEG is, which is smaller and takes longer to write
public record VariantPlan(
        String name, Fit fit, int width, OutputFormat format, int quality, boolean progressive) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final int MAX_WIDTH = 10_000;
    private static final int HASH_DIGITS = 10;

    public VariantPlan {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a variant's name: " + name);
        }
        if (width < 1 || width > MAX_WIDTH) {
            throw new IllegalArgumentException("not a width from 1 to " + MAX_WIDTH + ": " + width);
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("not a quality from 1 to 100: " + quality);
        }
    }

    /// Ten hex digits that change with everything that changes the bytes, so not with the name,
    /// nor for a PNG with what only a JPEG has. Stable for ever: it becomes part of object
    /// keys.
    public String hash() {
        var jpeg = format == OutputFormat.PNG ? "" : " " + quality + " " + progressive;
        var digest = sha256((fit + " " + width + " " + format + jpeg));
        return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
