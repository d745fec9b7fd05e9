package dev.slipway.image.jdk;

import dev.slipway.image.Layout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Finds the source of a picture's rows, and takes whatever a decoder throws about the bytes
/// for a refusal. Only the disk may fail it.
record Decode(Layout layout, SourceStream in, PixelRoom room) {

    RowSource source() throws Refused {
        return answering(
                () ->
                        switch (layout.format()) {
                            case "image/jpeg" -> JpegRows.of(layout, in);
                            case "image/png" -> PngRows.of(in, room);
                            default -> new FrameRows(layout, in);
                        });
    }

    /// All rows of the source, within the time.
    void run(RowSource source, RowSink sink) throws Refused {
        answering(
                () -> {
                    source.decode(
                            samples -> {
                                in.time().check();
                                sink.row(samples);
                            });
                    return source;
                });
    }

    private <T> T answering(Decoding<T> decoding) throws Refused {
        try {
            return decoding.run();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | AssertionError e) {
            // decoders answer broken pictures with all of these
            in.throwOtherCause();
            throw Refused.corrupt("The picture cannot be decoded.");
        }
    }

    private interface Decoding<T> {
        T run() throws IOException, Refused;
    }
}
