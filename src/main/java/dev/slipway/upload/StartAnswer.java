package dev.slipway.upload;

import dev.slipway.file.FileState;
import dev.slipway.file.Keys;
import dev.slipway.file.NewFile;
import dev.slipway.storage.Ticket;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How to bring the bytes, without any other credential. `POST`: send `fields`, then `file` last,
/// to `url` as `multipart/form-data`. `PUT`: send the raw bytes with exactly `headers`. `fileType`
// is the type that was signed; `maxSize` in bytes.
public record StartAnswer(
        UUID id,
        FileState state,
        String storage,
        String method,
        URI url,
        @Nullable Map<String, String> fields,
        Map<String, String> headers,
        String key,
        String fileType,
        long maxSize,
        Instant expiresAt,
        Instant serverTime) {

    static StartAnswer of(NewFile file, Ticket ticket, Instant now) {
        return switch (ticket) {
            case Ticket.Form form -> of(file, "POST", form, form.fields(), Map.of(), now);
            case Ticket.Put put -> of(file, "PUT", put, null, put.headers(), now);
        };
    }

    private static StartAnswer of(
            NewFile file,
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
                file.signedSize() == null
                        ? file.profile().maxSize()
                        : Long.valueOf(file.signedSize()),
                ticket.expiresAt(),
                now);
    }
}
