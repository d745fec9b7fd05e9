package dev.slipway.storage.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/// The bytes of an answer. Where the connection breaks, reading ends with `StorageUnavailable`,
/// as every other call does.
final class Download extends FilterInputStream {

    private final String what;

    Download(String what, InputStream bytes) {
        super(bytes);
        this.what = what;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException | SdkException e) {
            throw Calls.unavailable(what, e);
        }
    }
}
