package dev.slipway.image.libvips;

import java.io.Serial;

/// An operation that libvips did not carry out. Its own words are for the log alone: they name
/// files, and may be about another picture, as all threads share one buffer for them.
final class LibvipsFailure extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final boolean shortage;

    LibvipsFailure(String operation, Words.Said said) {
        super(operation + ": " + said.text(), null, false, false);
        shortage = said.shortage();
    }

    /// Whether it is about the machine, and not about the picture.
    boolean isShortage() {
        return shortage;
    }
}
