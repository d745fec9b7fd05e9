package dev.slipway.storage.local;

import dev.slipway.presign.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Copies a body, counts its bytes, and refuses it in S3's words when there are more than allowed,
/// or fewer.
final class BoundedCopy {

    private BoundedCopy() {}

    static void copy(InputStream body, OutputStream arrival, Condition.ContentLengthRange allowed)
            throws IOException, UploadRefusedException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            size += read;
            if (size > allowed.max()) {
                throw tooLarge(allowed.max());
            }
            arrival.write(buffer, 0, read);
        }
        if (size < allowed.min()) {
            throw new UploadRefusedException(
                    "EntityTooSmall",
                    400,
                    "Your proposed upload of "
                            + size
                            + " bytes is smaller than the minimum allowed size of "
                            + allowed.min()
                            + " bytes.");
        }
    }

    static UploadRefusedException tooLarge(long max) {
        return new UploadRefusedException(
                "EntityTooLarge",
                400,
                "Your proposed upload exceeds the maximum allowed size of " + max + " bytes.");
    }
}
