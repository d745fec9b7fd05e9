package dev.slipway.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/// Some of a file's bytes.
final class FileRange extends InputStream {

    private final InputStream file;
    private long left;

    private FileRange(InputStream file, long length) {
        this.file = file;
        this.left = length;
    }

    static InputStream open(Path file, long offset, long length) {
        try {
            var channel = Files.newByteChannel(file);
            return new FileRange(Channels.newInputStream(channel.position(offset)), length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var read = file.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
