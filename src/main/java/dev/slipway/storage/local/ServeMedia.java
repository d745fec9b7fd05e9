package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectKey;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Answers a request for a stored object: whether it may be read, under which headers, and
/// which of its bytes.
final class ServeMedia {

    private final ObjectDirectory objects;
    private final MediaLinks links;
    private final Clock clock;

    ServeMedia(LocalObjectStore store) {
        this.objects = store.objects();
        this.links = store.links();
        this.clock = store.clock();
    }

    Response.ResponseBuilder serve(
            String path, LinkParameters link, Conditions conditions, boolean withBytes)
            throws IOException {
        if (!ObjectKey.isValid(path)) {
            return S3Answers.error(S3Error.accessDenied("Access Denied"), path);
        }
        var key = new ObjectKey(path);
        var refusal = links.refusal(key, link, clock.instant());
        if (refusal.isPresent()) {
            return S3Answers.error(refusal.get(), path);
        }
        var object = objects.open(key).orElse(null);
        if (object == null) {
            return S3Answers.error(
                    new S3Error("NoSuchKey", 404, "The specified key does not exist."), path);
        }
        var answer = answer(object, conditions);
        if (withBytes && answer.bytes() != null) {
            answer.head().entity(object.stream(answer.bytes()));
        } else {
            // The type of an answer without an entity would be left out, from HEAD as well.
            answer.head().entity(answer.bytes() == null ? null : InputStream.nullInputStream());
            object.close();
        }
        return describe(answer.head(), object.pointer(), link);
    }

    private record Answer(Response.ResponseBuilder head, @Nullable ByteRange bytes) {}

    private static Answer answer(OpenObject object, Conditions conditions) {
        var pointer = object.pointer();
        var status = conditions.answerWithoutBytes(pointer);
        if (status.isPresent()) {
            return new Answer(Response.status(status.getAsInt()), null);
        }
        return switch (conditions.wanted(pointer)) {
            case RangeRequest.Whole _ ->
                    new Answer(
                            Response.ok().header(HttpHeaders.CONTENT_LENGTH, pointer.size()),
                            new ByteRange(0, Math.max(1, pointer.size())));
            case RangeRequest.Part(var range) ->
                    new Answer(
                            Response.status(206)
                                    .header(HttpHeaders.CONTENT_LENGTH, range.length())
                                    .header("Content-Range", contentRange(range, pointer.size())),
                            range);
            case RangeRequest.Unsatisfiable _ ->
                    new Answer(
                            Response.status(416)
                                    .header("Content-Range", "bytes */" + pointer.size()),
                            null);
        };
    }

    private static String contentRange(ByteRange range, long size) {
        var last = range.offset() + range.length() - 1;
        return "bytes " + range.offset() + "-" + last + "/" + size;
    }

    private Response.ResponseBuilder describe(
            Response.ResponseBuilder head, Pointer pointer, LinkParameters link) {
        var presentation =
                Presentation.of(
                        link.type() != null ? link.type() : pointer.contentType(),
                        link.disposition() != null
                                ? link.disposition()
                                : pointer.contentDisposition());
        return head.header(HttpHeaders.CONTENT_TYPE, presentation.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, presentation.disposition())
                .header(HttpHeaders.ETAG, Conditions.tag(pointer))
                .header(HttpHeaders.LAST_MODIFIED, HttpDate.format(pointer.lastModified()))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl(pointer, link))
                .header("Repr-Digest", digest(pointer))
                .header("Accept-Ranges", "bytes");
    }

    /// Of all the bytes, whatever range is sent (RFC 9530); null adds no header.
    private static @Nullable String digest(Pointer pointer) {
        return pointer.sha256() == null ? null : "sha-256=:" + pointer.sha256() + ":";
    }

    /// Without a signature the address is public, and its key is never used for other bytes.
    private String cacheControl(Pointer pointer, LinkParameters link) {
        if (pointer.cacheControl() != null) {
            return pointer.cacheControl();
        }
        if (link.areAbsent()) {
            return "public, max-age=31536000, immutable";
        }
        var left = Duration.between(clock.instant(), link.expiresAt()).toSeconds();
        return "private, max-age=" + Math.max(0, left);
    }
}
