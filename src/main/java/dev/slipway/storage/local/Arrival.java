package dev.slipway.storage.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes on their way to the disk, counted and digested as they pass. Closing it removes what
/// nobody has taken over.
final class Arrival extends OutputStream {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest md5 = digest("MD5");
    private final @Nullable MessageDigest sha256;
    private long size;
    private byte[] md5Value = {};
    private byte[] sha256Value = {};

    private Arrival(Path file, FileChannel channel, boolean withSha256) {
        this.file = file;
        this.channel = channel;
        this.sha256 = withSha256 ? digest("SHA-256") : null;
    }

    static Arrival in(Path file, boolean withSha256) throws IOException {
        return new Arrival(
                file,
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                withSha256);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        md5.update(bytes, offset, length);
        if (sha256 != null) {
            sha256.update(bytes, offset, length);
        }
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
        md5Value = md5.digest();
        if (sha256 != null) {
            sha256Value = sha256.digest();
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    String etag() {
        return HexFormat.of().formatHex(md5Value);
    }

    String md5() {
        return Base64.getEncoder().encodeToString(md5Value);
    }

    @Nullable String sha256() {
        return sha256 == null ? null : Base64.getEncoder().encodeToString(sha256Value);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
