package dev.slipway.image.libvips;

import dev.slipway.image.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/// Tells whose fault it is that libvips failed, which itself says so in words only: a picture is
/// refused for ever, what is wrong with the machine may be over the next time.
final class Blame {

    private static final Logger LOG = Logger.getLogger(Blame.class);

    private Blame() {}

    /// The picture's, if this returns.
    ///
    /// @throws UncheckedIOException if its file cannot be read, or something ran short
    static Refused of(LibvipsFailure failure, Path source) {
        try (var in = Files.newInputStream(source)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
        if (failure.isShortage()) {
            throw new UncheckedIOException(new IOException("libvips ran short", failure));
        }
        LOG.debugf("libvips refuses %s: %s", source, failure.getMessage());
        return Refused.corrupt("The picture is broken or cut off.");
    }
}
