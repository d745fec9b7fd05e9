package dev.slipway.image;

import java.io.Serial;

/// Carries an [ImageRefusal] out of the depths of a format; it never leaves this package.
final class Refused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient ImageRefusal refusal;

    private Refused(String code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.refusal = new ImageRefusal(code, detail);
    }

    static Refused unsupported(String detail) {
        return new Refused(ImageRefusal.UNSUPPORTED_FORMAT, detail);
    }

    static Refused corrupt(String detail) {
        return new Refused(ImageRefusal.CORRUPT_IMAGE, detail);
    }

    static Refused tooMany(String detail) {
        return new Refused(ImageRefusal.TOO_MANY_PIXELS, detail);
    }

    ImageRefusal refusal() {
        return refusal;
    }
}
