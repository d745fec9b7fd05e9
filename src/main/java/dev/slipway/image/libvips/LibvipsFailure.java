package dev.slipway.image.libvips;

import java.io.Serial;

/// An operation that libvips did not carry out. Its own words are for the log alone: they name
/// files, and may be about another picture, as all threads share one buffer for them.
final class LibvipsFailure extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    LibvipsFailure(String operation, String words) {
        super(operation + ": " + words, null, false, false);
    }
}
