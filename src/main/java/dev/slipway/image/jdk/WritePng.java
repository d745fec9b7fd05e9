package dev.slipway.image.jdk;

import dev.slipway.image.PngChunk;
import dev.slipway.image.TimeLimit;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a canvas as a PNG (W3C PNG, third edition) of 8-bit RGB or RGBA, line after line.
final class WritePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 15;
    private static final byte[] PROFILE_HEAD = "profile\0\0".getBytes(StandardCharsets.US_ASCII);

    private final Canvas canvas;
    private final DataOutputStream out;
    private final TimeLimit time;

    private WritePng(Canvas canvas, OutputStream out, TimeLimit time) {
        this.canvas = canvas;
        this.time = time;
        this.out = new DataOutputStream(out);
    }

    /// `profile`: what the colours mean, unless they are sRGB; it is embedded.
    static void to(Path file, Canvas canvas, @Nullable ICC_Profile profile, TimeLimit time)
            throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new WritePng(canvas, out, time).write(profile);
        }
    }

    private void write(@Nullable ICC_Profile profile) throws IOException {
        out.write(SIGNATURE);
        new PngChunk("IHDR", header()).writeTo(out);
        if (profile != null) {
            new PngChunk("iCCP", compressed(profile)).writeTo(out);
        }
        writePixels();
        PngChunk.end().writeTo(out);
        out.flush();
    }

    private byte[] header() {
        var colour = canvas.bands() == 4 ? PngHead.RGBA : PngHead.RGB;
        return ByteBuffer.allocate(13)
                .putInt(canvas.width())
                .putInt(canvas.height())
                .put((byte) 8)
                .put((byte) colour)
                .array();
    }

    private void writePixels() throws IOException {
        var deflater = new Deflater();
        try (var data = new DeflaterOutputStream(new DataChunks(), deflater, CHUNK)) {
            var line = new byte[canvas.width() * canvas.bands()];
            var filter = new ChooseFilter(line.length, canvas.bands());
            for (var y = 0; y < canvas.height(); y++) {
                time.check();
                canvas.copyLine(y, line);
                data.write(filter.of(line));
            }
        } finally {
            deflater.end();
        }
    }

    private static byte[] compressed(ICC_Profile profile) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(PROFILE_HEAD);
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(profile.getData());
        }
        return bytes.toByteArray();
    }

    /// The deflated pixels, a chunk for each buffer full. Closing it does not end the file.
    private final class DataChunks extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int size) throws IOException {
            new PngChunk("IDAT", Arrays.copyOfRange(bytes, from, from + size)).writeTo(out);
        }
    }
}
