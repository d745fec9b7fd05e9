package dev.slipway.image.sanitise;

import java.io.IOException;
import java.io.Serial;

/// The file is not of the format that its first bytes say, or of none that is known here.
final class NotAPicture extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    NotAPicture(String detail) {
        super(detail);
    }
}
