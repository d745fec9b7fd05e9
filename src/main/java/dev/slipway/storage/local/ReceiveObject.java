package dev.slipway.storage.local;

import dev.slipway.presign.Condition;
import dev.slipway.presign.UrlVerdict;
import dev.slipway.storage.Summing;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;

/// Takes an object that a presigned address permits. With `If-None-Match: *` the first one
/// stays.
final class ReceiveObject {

    private final ObjectDirectory objects;

    ReceiveObject(LocalObjectStore store) {
        this.objects = store.objects();
    }

    /// `fileId` is the last segment of the address.
    ///
    /// @return the ETag of the object
    String receive(String fileId, UrlVerdict.Accepted permit, InputStream body)
            throws IOException, UploadRefusedException {
        var key = Announced.key(permit.parameters().get(Tickets.KEY), fileId);
        var signed = permit.headers();
        var once = signed.containsKey(HttpHeaders.IF_NONE_MATCH);
        if (once && objects.find(key).isPresent()) {
            throw isThere();
        }
        var announced = new Announced(signed);
        // whoever has signed has signed one size: see Tickets
        var size = Long.parseLong(signed.getOrDefault(HttpHeaders.CONTENT_LENGTH, "0"));
        try (var arrival = objects.arrival(Summing.algorithmsOf(announced.checksums()))) {
            BoundedCopy.copy(body, arrival, new Condition.ContentLengthRange(size, size));
            arrival.complete();
            announced.check(arrival.checksums());
            return (once
                            ? objects.keepFirst(key, arrival, announced.headers())
                                    .orElseThrow(ReceiveObject::isThere)
                            : objects.keep(key, arrival, announced.headers()))
                    .etag();
        }
    }

    private static UploadRefusedException isThere() {
        return new UploadRefusedException(
                "PreconditionFailed",
                412,
                "At least one of the pre-conditions you specified did not hold");
    }
}
