package dev.slipway.image.libvips;

import java.util.regex.Pattern;

/// What libvips says of its failures, on whichever thread: it has one buffer for all of them,
/// and who takes the words takes those of the others with them. So it is remembered here when
/// the machine ran short of something.
final class Words {

    /// What was in the buffer. `shortage`: whether it, or what another has taken since one
    /// began to listen, is about the machine and not about a picture.
    record Said(String text, boolean shortage) {}

    /// libvips announces what the system's calls answer with one of two names, depending on its
    /// version; the rest is libvips' and libjpeg's.
    private static final Pattern SHORTAGE =
            Pattern.compile("(unix|system) error: |out of memory|Insufficient memory");

    private final Libvips vips;
    private long shortages;

    Words(Libvips vips) {
        this.vips = vips;
    }

    synchronized long shortages() {
        return shortages;
    }

    /// `shortagesBefore`: how many there were when one began to listen.
    synchronized Said take(long shortagesBefore) {
        var text = copied();
        if (isShortage(text)) {
            shortages++;
        }
        return new Said(text, shortages > shortagesBefore);
    }

    static boolean isShortage(String text) {
        return SHORTAGE.matcher(text).find();
    }

    @SuppressWarnings("restricted")
    private String copied() {
        var copy = vips.errorBufferCopy.pointer();
        try {
            return copy.reinterpret(Long.MAX_VALUE).getString(0).strip();
        } finally {
            vips.gFree.run(copy);
        }
    }
}
