package dev.slipway.storage.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The raw body of an upload. It knows how much has come, stops a form whose fields never end, and
/// remembers when the sender has gone: parsers hide that.
final class FormBody extends FilterInputStream {

    private long read;
    private long limit;
    private boolean tooLong;
    private boolean cut;
    private boolean ended;

    FormBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    /// The fields are over, and the file may be as long as it likes.
    void liftLimit() {
        limit = Long.MAX_VALUE;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (read > limit) {
            tooLong = true;
            throw new IOException("the fields of the form are too long");
        }
        try {
            var count = super.read(bytes, offset, length);
            ended = count < 0;
            read += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            cut = true;
            throw e;
        }
    }

    /// Reads on to the end, but no more than `bytes`, so that the sender comes to read our
    /// answer. False when there is more, or nobody there: of a body that was `announced` as
    /// longer (-1: nobody has said) nothing is read.
    boolean drain(long bytes, long announced) {
        if (cut || announced - read > bytes) {
            return false;
        }
        liftLimit();
        var buffer = new byte[64 * 1024];
        var end = read + bytes;
        try {
            while (!ended && read < end) {
                read(buffer, 0, buffer.length);
            }
            return ended;
        } catch (IOException e) {
            return false;
        }
    }
}
