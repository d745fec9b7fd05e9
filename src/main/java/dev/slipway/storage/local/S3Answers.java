package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/// Answers as S3 writes them.
final class S3Answers {

    static final S3Error NO_SUCH_BUCKET =
            new S3Error("NoSuchBucket", 404, "The specified bucket does not exist");

    private static final String XML = "application/xml";
    private static final String REQUEST_ID = "x-amz-request-id";

    private S3Answers() {}

    static Response.ResponseBuilder error(S3Error error, String path) {
        var id = requestId();
        return Response.status(error.status())
                .header(HttpHeaders.CONTENT_TYPE, XML)
                .header(REQUEST_ID, id)
                .entity(S3Xml.error(error, path, id));
    }

    static Response.ResponseBuilder received(Received received) {
        var answer =
                Response.status(received.status())
                        .header(REQUEST_ID, requestId())
                        .header(HttpHeaders.ETAG, '"' + received.etag() + '"')
                        .header(HttpHeaders.LOCATION, received.location());
        return received.status() == 201
                ? answer.header(HttpHeaders.CONTENT_TYPE, XML).entity(S3Xml.postResponse(received))
                : answer;
    }

    /// What a PUT is answered with.
    static Response.ResponseBuilder stored(String etag) {
        return Response.ok()
                .header(REQUEST_ID, requestId())
                .header(HttpHeaders.ETAG, '"' + etag + '"');
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }
}
