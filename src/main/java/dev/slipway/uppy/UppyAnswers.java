package dev.slipway.uppy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.caller.PublicAddress;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileViews;
import dev.slipway.file.Keys;
import dev.slipway.storage.Ticket;
import dev.slipway.upload.StartAnswer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Answers in the words of Companion, Uppy's own server.
@Singleton
final class UppyAnswers {

    /// `uploadId` is the file's id, never the storage's.
    record Created(String key, @JsonProperty("uploadId") String uploadId) {}

    /// How a file comes in one piece; `expires` in seconds from now. By a form there are no
    /// `headers`, by PUT no fields.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Params(
            @Nullable String method,
            @Nullable URI url,
            @JsonInclude Map<String, String> fields,
            Map<String, String> headers,
            long expires) {}

    /// `expires` in seconds from now; `headers` only where there are any.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PartAddress(URI url, Map<String, String> headers, long expires) {}

    record PartAddresses(@JsonProperty("presignedUrls") Map<Integer, URI> presignedUrls) {}

    record Completed(String location, String key, String bucket) {}

    private final FileViews views;
    private final PublicAddress address;
    private final Clock clock;

    UppyAnswers(FileViews views, PublicAddress address, Clock clock) {
        this.views = views;
        this.address = address;
        this.clock = clock;
    }

    Created created(StartAnswer started) {
        return new Created(Keys.incoming(started.id()).value(), started.id().toString());
    }

    Params whole(StartAnswer started) {
        return new Params(
                started.method(),
                started.url(),
                Objects.requireNonNullElse(started.fields(), Map.of()),
                Objects.requireNonNullElse(started.headers(), Map.of()),
                secondsTo(Objects.requireNonNull(started.expiresAt())));
    }

    PartAddress one(Ticket.Put ticket) {
        return new PartAddress(ticket.url(), ticket.headers(), secondsTo(ticket.expiresAt()));
    }

    PartAddresses all(SortedMap<Integer, Ticket.Put> tickets) {
        var urls = new LinkedHashMap<Integer, URI>();
        tickets.forEach((number, ticket) -> urls.put(number, ticket.url()));
        return new PartAddresses(urls);
    }

    /// Also while the verification goes on: then the location is the file's own address here.
    Completed completed(FileRecord file) {
        var url = views.of(file).url();
        return new Completed(
                url == null ? address.base() + "/api/files/" + file.id() : url.toString(),
                Keys.incoming(file.id()).value(),
                file.storage());
    }

    private long secondsTo(Instant end) {
        return Duration.between(clock.instant(), end).toSeconds();
    }
}
