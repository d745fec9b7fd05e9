package dev.slipway.image;

import java.io.Serial;

/// Carries an [ImageRefusal] out of the depths of a format; it never leaves an engine.
public final class Refused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient ImageRefusal refusal;

    private Refused(String code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.refusal = new ImageRefusal(code, detail);
    }

    public static Refused unsupported(String detail) {
        return new Refused(ImageRefusal.UNSUPPORTED_FORMAT, detail);
    }

    public static Refused corrupt(String detail) {
        return new Refused(ImageRefusal.CORRUPT_IMAGE, detail);
    }

    public static Refused notWritten(String engine, OutputFormat format) {
        return new Refused(
                ImageRefusal.UNSUPPORTED_OUTPUT,
                "The engine " + engine + " does not write " + format + ".");
    }

    public static Refused tooManyFrames(String detail) {
        return new Refused(ImageRefusal.TOO_MANY_FRAMES, detail);
    }

    public static Refused tooMany(String detail) {
        return new Refused(ImageRefusal.TOO_MANY_PIXELS, detail);
    }

    public ImageRefusal refusal() {
        return refusal;
    }
}
