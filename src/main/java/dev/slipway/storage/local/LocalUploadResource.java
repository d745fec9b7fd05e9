package dev.slipway.storage.local;

import dev.slipway.presign.ReceivedRequest;
import dev.slipway.presign.S3Error;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The upload leg on local storage: what `POST https://bucket.s3…/` is elsewhere. Forms and
/// presigned addresses authorise themselves, and every answer is S3's.
@Path("/api/files")
@PermitAll
final class LocalUploadResource {

    private static final Logger LOG = Logger.getLogger(LocalUploadResource.class);

    /// What is still read of a refused upload, because browsers read the answer only after they
    /// have sent everything.
    private static final long DRAINED = 64L * 1024 * 1024;

    private final LocalStorage storage;

    LocalUploadResource(LocalStorage storage) {
        this.storage = storage;
    }

    /// Any type, because S3 answers a wrong one in XML; and the body as a stream, because a
    /// form parser would store it before the form is judged.
    @POST
    @Path("upload/direct/local/{file_id}")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Brings the bytes, with all fields that start answered, then file")
    public Response receive(
            @PathParam("file_id") String fileId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream stream,
            @Context RoutingContext http) {
        var body = MultipartForm.bounded(stream);
        return answer(
                body,
                http,
                store -> {
                    var form = MultipartForm.of(body, contentType);
                    return S3Answers.received(new ReceiveUpload(store).receive(fileId, form));
                });
    }

    /// What `PUT https://bucket.s3…/key` is elsewhere, permitted by its query.
    @PUT
    @Path("upload/direct/local/{file_id}")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Brings the bytes of a part to an address that was signed for it")
    public Response put(
            @PathParam("file_id") String fileId, InputStream stream, @Context RoutingContext http) {
        var body = new FormBody(stream, Long.MAX_VALUE);
        return answer(
                body,
                http,
                store -> {
                    var request = received(http.request(), store.host());
                    return S3Answers.stored(new ReceivePut(store).receive(fileId, request, body));
                });
    }

    /// The host is the one that we have signed, whatever proxies on the way call us.
    private static ReceivedRequest received(HttpServerRequest request, String host) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.headers()
                .names()
                .forEach(name -> headers.put(name, request.headers().getAll(name)));
        return new ReceivedRequest(
                request.method().name(),
                host,
                Objects.requireNonNull(request.path()),
                request.query(),
                headers);
    }

    private interface Receive {
        Response.ResponseBuilder into(LocalObjectStore store)
                throws IOException, UploadRefusedException;
    }

    private Response answer(FormBody body, RoutingContext http, Receive receive) {
        var answer = answer(body, http.normalizedPath(), receive);
        if (!body.drain(DRAINED, length(http.request()))
                && http.request().version() != HttpVersion.HTTP_2) {
            answer.header("Connection", "close");
            http.addEndHandler(_ -> http.request().connection().close());
        }
        return answer.build();
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private Response.ResponseBuilder answer(FormBody body, String path, Receive receive) {
        var store = storage.running().orElse(null);
        if (store == null) {
            return S3Answers.error(S3Answers.NO_SUCH_BUCKET, path);
        }
        try {
            return receive.into(store);
        } catch (UploadRefusedException e) {
            return S3Answers.error(e.error(), path);
        } catch (IOException e) {
            return S3Answers.error(broken(body, e), path);
        }
    }

    /// Whose fault it is that reading or writing has failed.
    private static S3Error broken(FormBody body, IOException e) {
        if (body.isCut()) {
            return new S3Error(
                    "RequestTimeout",
                    400,
                    "Your socket connection to the server was not read from or written to within"
                            + " the timeout period.");
        }
        if (body.isTooLong()) {
            return S3Error.tooManyFields();
        }
        if (e instanceof FileUploadException) {
            return MultipartForm.malformed().error();
        }
        LOG.error("An upload could not be written to the local storage", e);
        return new S3Error("ServiceUnavailable", 503, "The storage cannot be written to.");
    }
}
