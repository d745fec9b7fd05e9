package dev.slipway.storage.local;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/// Bytes on their way to the disk, counted and digested as they pass. Closing it removes what
/// nobody has taken over.
final class Arrival extends OutputStream {

    private final Path file;
    private final FileChannel channel;
    private final Summing summing;
    private long size;
    private Checksums checksums = Checksums.NONE;

    private Arrival(Path file, FileChannel channel, Summing summing) {
        this.file = file;
        this.channel = channel;
        this.summing = summing;
    }

    /// The MD5 is always computed: it is the ETag.
    static Arrival in(Path file, Set<Summing.Algorithm> alsoSummed) throws IOException {
        var algorithms = EnumSet.of(Summing.Algorithm.MD5);
        algorithms.addAll(alsoSummed);
        return new Arrival(
                file,
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                new Summing(algorithms));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        summing.update(bytes, offset, length);
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += length;
    }

    /// Everything has come: the bytes are on the disk and the digests are known.
    void complete() throws IOException {
        channel.force(true);
        channel.close();
        checksums = summing.result();
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    String etag() {
        var md5 = Objects.requireNonNull(checksums.md5(), "the bytes are not complete");
        return HexFormat.of().formatHex(Base64.getDecoder().decode(md5));
    }

    Checksums checksums() {
        return checksums;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
