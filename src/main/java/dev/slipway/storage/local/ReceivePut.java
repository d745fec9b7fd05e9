package dev.slipway.storage.local;

import dev.slipway.presign.ReceivedRequest;
import dev.slipway.presign.UrlVerdict;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Takes the body of a request that a presigned address permits: a part, when it names one, or
/// else an object.
final class ReceivePut {

    private final LocalObjectStore store;

    ReceivePut(LocalObjectStore store) {
        this.store = store;
    }

    /// `fileId` is the last segment of the address.
    ///
    /// @return the ETag of what was brought
    String receive(String fileId, ReceivedRequest request, InputStream body)
            throws IOException, UploadRefusedException {
        var permit =
                switch (store.urls().verify(request, store.clock().instant())) {
                    case UrlVerdict.Accepted accepted -> accepted;
                    case UrlVerdict.Refused(var error) -> throw new UploadRefusedException(error);
                };
        if (permit.parameters().containsKey(Tickets.UPLOAD_ID)
                || permit.parameters().containsKey(Tickets.PART_NUMBER)) {
            return new ReceivePart(store).receive(fileId, permit, length(request), body);
        }
        return new ReceiveObject(store).receive(fileId, permit, body);
    }

    private static @Nullable String length(ReceivedRequest request) {
        var values = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return values == null ? null : values.getFirst();
    }
}
