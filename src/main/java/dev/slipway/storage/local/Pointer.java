package dev.slipway.storage.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a key stands for: the bytes and all that is said about them. The bytes are one `blob`,
/// or the `parts` that they came in, one after another. `etag` is the MD5 of the bytes in hex,
/// for parts [PartsETag], as S3's is; `sha256`, in base64, only where the uploader gave one.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Pointer(
        @Nullable String blob,
        @Nullable List<Piece> parts,
        String etag,
        long size,
        @Nullable String sha256,
        @Nullable String crc32c,
        String contentType,
        @Nullable String cacheControl,
        @Nullable String contentDisposition,
        Map<String, String> metadata,
        Instant lastModified) {

    Pointer {
        if ((blob == null) == (parts == null)) {
            throw new IllegalArgumentException("neither one blob nor parts: " + blob + parts);
        }
        parts = parts == null ? null : List.copyOf(parts);
        metadata = Map.copyOf(metadata);
    }

    /// Bytes that came at once.
    static Pointer to(Piece bytes, Arrival arrival, ObjectHeaders headers, Instant now) {
        var sums = arrival.checksums();
        return new Pointer(
                bytes.blob(),
                null,
                arrival.etag(),
                bytes.size(),
                sums.sha256(),
                sums.crc32c(),
                headers.contentType(),
                headers.cacheControl(),
                headers.contentDisposition(),
                headers.metadata(),
                now);
    }

    /// Bytes that came in parts.
    static Pointer to(List<Piece> parts, String etag, ObjectHeaders headers, Instant now) {
        return new Pointer(
                null,
                parts,
                etag,
                parts.stream().mapToLong(Piece::size).sum(),
                null,
                null,
                headers.contentType(),
                headers.cacheControl(),
                headers.contentDisposition(),
                headers.metadata(),
                now);
    }

    /// All the bytes, in order; at least one piece.
    @JsonIgnore
    List<Piece> pieces() {
        return parts != null ? parts : List.of(new Piece(Objects.requireNonNull(blob), size));
    }

    StoredObject object(ObjectKey key) {
        return new StoredObject(
                key, etag, size, contentType, lastModified, new Checksums(sha256, null, crc32c));
    }

    /// The same bytes, linked to other blobs and said to be something else.
    Pointer copy(List<Piece> pieces, ObjectHeaders headers, Instant now) {
        return new Pointer(
                parts == null ? pieces.getFirst().blob() : null,
                parts == null ? null : pieces,
                etag,
                size,
                sha256,
                crc32c,
                headers.contentType(),
                headers.cacheControl(),
                headers.contentDisposition(),
                headers.metadata(),
                now);
    }
}
