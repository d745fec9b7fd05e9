package dev.slipway.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Keys;
import dev.slipway.storage.Ticket;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How to bring the bytes, without any other credential. `POST`: send `fields`, then `file` last,
/// to `url` as `multipart/form-data`. `PUT`: send the raw bytes with exactly `headers`.
/// `MULTIPART`: cut the file into parts of `partSize` bytes and ask for the address of each.
/// `fileType` is the type that was signed; `maxSize` in bytes. A repeated start of an upload that
/// takes no bytes any more has `id` and `state` only.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartAnswer(
        UUID id,
        FileState state,
        @Nullable String storage,
        @Nullable String method,
        @Nullable URI url,
        @Nullable Map<String, String> fields,
        @Nullable Map<String, String> headers,
        @Nullable String key,
        @Nullable String fileType,
        @Nullable Long maxSize,
        @Nullable String uploadId,
        @Nullable Long partSize,
        @Nullable Instant expiresAt,
        @Nullable Instant serverTime) {

    static StartAnswer withoutForm(FileRecord file) {
        return new StartAnswer(
                file.id(),
                file.state(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// The address leads to the calls that sign, list and complete the parts.
    static StartAnswer inParts(FileRecord file, URI parts, Instant expiresAt, Instant now) {
        return new StartAnswer(
                file.id(),
                FileState.PENDING,
                file.storage(),
                "MULTIPART",
                parts,
                null,
                Map.of(),
                Keys.incoming(file.id()).value(),
                file.fileType(),
                maxSize(file),
                file.id().toString(),
                file.partSize(),
                expiresAt,
                now);
    }

    static StartAnswer of(FileRecord file, Ticket ticket, Instant now) {
        return switch (ticket) {
            case Ticket.Form form -> of(file, "POST", form, form.fields(), Map.of(), now);
            case Ticket.Put put -> of(file, "PUT", put, null, put.headers(), now);
        };
    }

    private static StartAnswer of(
            FileRecord file,
            String method,
            Ticket ticket,
            @Nullable Map<String, String> fields,
            Map<String, String> headers,
            Instant now) {
        return new StartAnswer(
                file.id(),
                FileState.PENDING,
                file.storage(),
                method,
                ticket.url(),
                fields,
                headers,
                Keys.incoming(file.id()).value(),
                file.fileType(),
                maxSize(file),
                null,
                null,
                ticket.expiresAt(),
                now);
    }

    private static long maxSize(FileRecord file) {
        return file.signedSize() == null ? file.profile().maxSize() : file.signedSize();
    }
}
