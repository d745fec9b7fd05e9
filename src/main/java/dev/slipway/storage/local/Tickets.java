package dev.slipway.storage.local;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.PresignedRequest;
import dev.slipway.presign.SignPostForm;
import dev.slipway.presign.SignUrl;
import dev.slipway.presign.VerifyPostForm;
import dev.slipway.presign.VerifyUrl;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadForm;
import dev.slipway.storage.UploadPut;
import dev.slipway.storage.UploadTerms;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Forms and addresses for the upload leg: the very same ones that S3 gets, signed with a secret
/// of our own.
final class Tickets {

    /// The path of the upload leg, under the public address; the last segment of the key
    /// follows.
    static final String PATH = "/api/files/upload/direct/local/";

    static final String BUCKET = "local";

    static final String KEY = "key";
    static final String PART_NUMBER = "partNumber";
    static final String UPLOAD_ID = "uploadId";

    private static final String REGION = "local";
    private static final String ACCESS_KEY_ID = "local";

    private final String url;
    private final UploadMethod method;
    private final AwsCredentials credentials;
    private final SignPostForm signForm = new SignPostForm();
    private final SignUrl signUrl = new SignUrl();

    Tickets(URI publicUrl, UploadMethod method, LocalSecret secret) {
        this.method = method;
        this.url = MediaLinks.withoutSlash(publicUrl) + PATH;
        this.credentials =
                new AwsCredentials(
                        ACCESS_KEY_ID,
                        HexFormat.of().formatHex(secret.keyFor("post policies")),
                        null);
    }

    Ticket issue(UploadTerms terms) {
        return switch (method) {
            case POST -> form(terms);
            case PUT -> put(terms);
        };
    }

    Ticket.Put put(UploadTerms terms) {
        var headers = UploadPut.headers(terms, true, true);
        var signed = new HashMap<>(headers);
        signed.put(HttpHeaders.CONTENT_LENGTH, Long.toString(UploadPut.size(terms)));
        var parameters = Map.of(KEY, terms.key().value());
        return new Ticket.Put(
                sign(terms.key(), parameters, signed, terms.issuedAt(), terms.expiresAt()),
                headers,
                terms.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private Ticket.Form form(UploadTerms terms) {
        var form = UploadForm.of(terms, BUCKET);
        return new Ticket.Form(
                URI.create(url + terms.key().lastSegment()),
                signForm.sign(form, REGION, credentials, terms.issuedAt()),
                form.expiresAt());
    }

    /// An address for one part: `?partNumber&uploadId&X-Amz-…`.
    Ticket.Put issue(PartTerms terms) {
        var headers = UploadPut.headers(terms);
        var signed = new HashMap<>(headers);
        if (terms.size() != null) {
            signed.put(HttpHeaders.CONTENT_LENGTH, terms.size().toString());
        }
        var parameters =
                Map.of(PART_NUMBER, String.valueOf(terms.number()), UPLOAD_ID, terms.uploadId());
        return new Ticket.Put(
                sign(terms.key(), parameters, signed, terms.issuedAt(), terms.expiresAt()),
                headers,
                terms.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private URI sign(
            ObjectKey key,
            Map<String, String> parameters,
            Map<String, String> headers,
            Instant issuedAt,
            Instant expiresAt) {
        var lifetime = Duration.between(issuedAt, expiresAt);
        var request =
                new PresignedRequest(
                        "PUT",
                        URI.create(url + key.lastSegment()),
                        parameters,
                        headers,
                        lifetime.compareTo(PresignedRequest.LONGEST) < 0
                                ? lifetime
                                : PresignedRequest.LONGEST);
        return signUrl.sign(request, REGION, credentials, issuedAt);
    }

    /// The host that addresses are signed for: without the port that goes without saying.
    String host() {
        var address = URI.create(url);
        var port = address.getScheme().equals("https") ? ":443" : ":80";
        return address.getRawAuthority().replaceFirst(port + "$", "");
    }

    /// Judges forms that come back.
    VerifyPostForm forms() {
        return new VerifyPostForm(this::signer);
    }

    /// Judges presigned requests that come back.
    VerifyUrl urls() {
        return new VerifyUrl(this::signer);
    }

    private Optional<AwsCredentials> signer(String accessKeyId) {
        return ACCESS_KEY_ID.equals(accessKeyId) ? Optional.of(credentials) : Optional.empty();
    }
}
