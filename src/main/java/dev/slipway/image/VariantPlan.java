package dev.slipway.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/// One size to make of a picture.
///
/// - `name`: lower-case letters, digits, `-` and `_`, at most 64; it becomes part of file names
/// - `width`: the pixels asked for, 1 to 10000
/// - `height`: the same for the fits that have one; 0 for the others
/// - `quality`: of a JPEG, WebP or AVIF, 1 to 100 on the scale of its usual library; a PNG has none
/// - `progressive`: whether a JPEG is, which is smaller and takes longer to write
/// - `blur`: the sigma of a Gaussian blur, in pixels of the result, up to 100; 0 for none
/// - `keeping`: what is handed on beside the pixels
public record VariantPlan(
        String name,
        Fit fit,
        int width,
        int height,
        OutputFormat format,
        int quality,
        boolean progressive,
        double blur,
        Keeping keeping) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final int MAX_SIDE = 10_000;
    private static final int MAX_BLUR = 100;
    private static final int USUAL_QUALITY = 80;
    private static final int HASH_DIGITS = 10;

    public VariantPlan {
        // rows that were written before there was a choice have none
        keeping = Objects.requireNonNullElse(keeping, Keeping.NOTHING);
        require(NAME.matcher(name).matches(), "not a variant's name: " + name);
        require(isSide(width), "not a width from 1 to " + MAX_SIDE + ": " + width);
        if (fit.needsHeight()) {
            require(isSide(height), "not a height from 1 to " + MAX_SIDE + ": " + height);
        } else {
            require(height == 0, "only contain and cover have a height: " + height);
        }
        require(quality >= 1 && quality <= 100, "not a quality from 1 to 100: " + quality);
        require(blur >= 0 && blur <= MAX_BLUR, "not a blur from 0 to " + MAX_BLUR + ": " + blur);
    }

    /// A width or a square as most are: the picture's format, quality 80, progressive.
    public static VariantPlan of(String name, Fit fit, int width) {
        return of(name, fit, width, 0);
    }

    public static VariantPlan of(String name, Fit fit, int width, int height) {
        return new VariantPlan(
                name,
                fit,
                width,
                height,
                OutputFormat.KEEP,
                USUAL_QUALITY,
                true,
                0,
                Keeping.NOTHING);
    }

    /// The same of another width.
    public VariantPlan named(String other, int otherWidth) {
        return new VariantPlan(
                other, fit, otherWidth, height, format, quality, progressive, blur, keeping);
    }

    /// The same, written so. What a format does not have is ignored.
    public VariantPlan as(OutputFormat other, int otherQuality, boolean otherProgressive) {
        return new VariantPlan(
                name, fit, width, height, other, otherQuality, otherProgressive, blur, keeping);
    }

    public VariantPlan blurred(double sigma) {
        return new VariantPlan(
                name, fit, width, height, format, quality, progressive, sigma, keeping);
    }

    public VariantPlan keeping(Keeping kept) {
        return new VariantPlan(name, fit, width, height, format, quality, progressive, blur, kept);
    }

    /// Ten hex digits that change with everything that changes the bytes, so not with the name,
    /// nor for a PNG with what only others have. Stable for ever: it becomes part of object
    /// keys. What is younger than the first keys only counts where it is not the default.
    public String hash() {
        var text = new StringBuilder(fit + " " + width + " " + format);
        switch (format) {
            case KEEP, JPEG -> text.append(" ").append(quality).append(" ").append(progressive);
            case WEBP, AVIF -> text.append(" ").append(quality);
            case PNG -> {}
        }
        append(text, height > 0, " height " + height);
        append(text, blur > 0, " blur " + blur);
        append(text, keeping.colourProfile(), " profile");
        append(text, keeping.copyright(), " copyright");
        append(text, keeping.animation(), " animation");
        return HexFormat.of().formatHex(sha256(text.toString())).substring(0, HASH_DIGITS);
    }

    private static void append(StringBuilder text, boolean whether, String part) {
        if (whether) {
            text.append(part);
        }
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_SIDE;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
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
