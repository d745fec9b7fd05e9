package dev.slipway.storage.local;

import dev.slipway.presign.Condition;
import dev.slipway.presign.S3Error;
import dev.slipway.presign.UrlVerdict;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Summing;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Takes a part that a presigned address permits. The upload must be there before the first byte
/// is written and after the last; nothing is kept of what is refused.
final class ReceivePart {

    /// S3's largest part.
    private static final long LARGEST = 5L * 1024 * 1024 * 1024;

    private final ObjectDirectory objects;

    ReceivePart(LocalObjectStore store) {
        this.objects = store.objects();
    }

    /// `fileId` is the last segment of the address, `length` what the request says of its body.
    ///
    /// @return the ETag of the part
    String receive(
            String fileId, UrlVerdict.Accepted permit, @Nullable String length, InputStream body)
            throws IOException, UploadRefusedException {
        var number = number(permit.parameters().get(Tickets.PART_NUMBER));
        var uploadId = permit.parameters().getOrDefault(Tickets.UPLOAD_ID, "");
        var key = key(uploadId, fileId);
        var allowed = allowed(permit, length);
        var announced = new Announced(permit.headers());
        try (var arrival = objects.arrival(Summing.algorithmsOf(announced.checksums()))) {
            BoundedCopy.copy(body, arrival, allowed);
            arrival.complete();
            announced.check(arrival.checksums());
            return objects.uploads()
                    .keep(key, uploadId, number, arrival)
                    .orElseThrow(ReceivePart::noSuchUpload)
                    .etag();
        }
    }

    private static int number(@Nullable String text) throws UploadRefusedException {
        if (text != null && text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= PartTerms.MOST_PARTS) {
                return number;
            }
        }
        throw new UploadRefusedException(
                S3Error.invalidArgument(
                        "Part number must be an integer between 1 and 10000, inclusive"));
    }

    private ObjectKey key(String uploadId, String fileId)
            throws IOException, UploadRefusedException {
        return objects.uploads()
                .find(uploadId)
                .map(upload -> new ObjectKey(upload.key()))
                .filter(key -> key.lastSegment().equals(fileId))
                .orElseThrow(ReceivePart::noSuchUpload);
    }

    /// A signed length is one that was also sent: the body is as long, or it is not whole.
    private static Condition.ContentLengthRange allowed(
            UrlVerdict.Accepted permit, @Nullable String length) throws UploadRefusedException {
        var signed = permit.headers().get(HttpHeaders.CONTENT_LENGTH);
        var said = signed != null ? signed : length;
        if (said == null) {
            return new Condition.ContentLengthRange(0, LARGEST);
        }
        var size = Long.parseLong(said);
        if (size > LARGEST) {
            throw BoundedCopy.tooLarge(LARGEST);
        }
        return new Condition.ContentLengthRange(size, size);
    }

    private static UploadRefusedException noSuchUpload() {
        return new UploadRefusedException(
                "NoSuchUpload",
                404,
                "The specified upload does not exist. The upload ID may be invalid, or the upload"
                        + " may have been aborted or completed.");
    }
}
