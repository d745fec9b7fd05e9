package dev.slipway.storage.local;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.SignPostForm;
import dev.slipway.presign.VerifyPostForm;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadForm;
import dev.slipway.storage.UploadTerms;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;

/// Forms for the upload leg: the very same ones that S3 gets, signed with a secret of our own.
final class Tickets {

    /// The path of the upload leg, under the public address; the last segment of the key
    /// follows.
    static final String PATH = "/api/files/upload/direct/local/";

    static final String BUCKET = "local";

    private static final String REGION = "local";
    private static final String ACCESS_KEY_ID = "local";

    private final String url;
    private final AwsCredentials credentials;
    private final SignPostForm sign = new SignPostForm();

    Tickets(URI publicUrl, LocalSecret secret) {
        this.url = MediaLinks.withoutSlash(publicUrl) + PATH;
        this.credentials =
                new AwsCredentials(
                        ACCESS_KEY_ID,
                        HexFormat.of().formatHex(secret.keyFor("post policies")),
                        null);
    }

    Ticket issue(UploadTerms terms) {
        var form = UploadForm.of(terms, BUCKET);
        return new Ticket.Form(
                URI.create(url + terms.key().lastSegment()),
                sign.sign(form, REGION, credentials, terms.issuedAt()),
                form.expiresAt());
    }

    /// Judges what comes back.
    VerifyPostForm verifier() {
        return new VerifyPostForm(
                accessKeyId ->
                        ACCESS_KEY_ID.equals(accessKeyId)
                                ? Optional.of(credentials)
                                : Optional.empty());
    }
}
