package dev.slipway.activestorage;

import dev.slipway.upload.StartAnswer;
import dev.slipway.upload.StartRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What DirectUpload gets: it puts the bytes to `directUpload.url` with exactly its headers, and
/// the page posts `signedId` to the application. That is the file's id: the application finishes
/// the upload with it.
public record CreatedBlob(
        UUID id,
        @Nullable String key,
        String filename,
        @Nullable String contentType,
        Map<String, String> metadata,
        @Nullable Long byteSize,
        @Nullable String checksum,
        @Nullable Instant createdAt,
        UUID signedId,
        Address directUpload) {

    /// Where the bytes go.
    public record Address(URI url, Map<String, String> headers) {}

    static CreatedBlob of(StartRequest request, StartAnswer started) {
        return new CreatedBlob(
                started.id(),
                started.key(),
                Objects.requireNonNull(request.fileName()),
                started.fileType(),
                Map.of(),
                request.fileSize(),
                request.checksumMd5(),
                started.serverTime(),
                started.id(),
                new Address(
                        Objects.requireNonNull(started.url()),
                        Objects.requireNonNull(started.headers())));
    }
}
