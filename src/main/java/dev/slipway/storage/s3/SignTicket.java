package dev.slipway.storage.s3;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.SignPostForm;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadForm;
import dev.slipway.storage.UploadTerms;
import java.net.URI;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Forms for a presigned POST to one bucket.
final class SignTicket {

    private final SignPostForm signer = new SignPostForm();
    private final URI bucketUrl;
    private final String bucket;
    private final String region;

    SignTicket(URI bucketUrl, String bucket, String region) {
        this.bucketUrl = bucketUrl;
        this.bucket = bucket;
        this.region = region;
    }

    Ticket.Form sign(UploadTerms terms, AwsCredentialsIdentity identity) {
        var form = UploadForm.of(terms, bucket);
        var fields = signer.sign(form, region, credentials(identity), terms.issuedAt());
        return new Ticket.Form(bucketUrl, fields, form.expiresAt());
    }

    private static AwsCredentials credentials(AwsCredentialsIdentity identity) {
        var token =
                identity instanceof AwsSessionCredentialsIdentity session
                        ? session.sessionToken()
                        : null;
        return new AwsCredentials(identity.accessKeyId(), identity.secretAccessKey(), token);
    }
}
