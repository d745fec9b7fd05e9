package dev.slipway.image.sanitise;

import dev.slipway.image.SourceStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that is being written, mostly of what is copied from the picture's own.
final class CleanFile extends DataOutputStream {

    private static final int BUFFER = 1 << 13;

    private final FileChannel channel;

    private CleanFile(FileChannel channel) {
        super(new BufferedOutputStream(Channels.newOutputStream(channel)));
        this.channel = channel;
    }

    static CleanFile create(Path file) throws IOException {
        return new CleanFile(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// Appends so many bytes of the picture.
    ///
    /// @throws java.io.EOFException if it has not so many
    void copy(SourceStream in, long from, long size) throws IOException {
        in.seek(from);
        var buffer = new byte[BUFFER];
        for (var left = size; left > 0; ) {
            var some = (int) Math.min(left, buffer.length);
            in.readFully(buffer, 0, some);
            write(buffer, 0, some);
            left -= some;
        }
    }

    /// How long it is so far.
    long length() throws IOException {
        flush();
        return channel.size();
    }

    /// Puts these bytes where others stand.
    void replace(long at, ByteBuffer bytes) throws IOException {
        flush();
        channel.write(bytes, at);
    }
}
