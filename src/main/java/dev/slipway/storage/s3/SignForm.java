package dev.slipway.storage.s3;

import dev.slipway.presign.PostForm;
import dev.slipway.presign.SignPostForm;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadForm;
import dev.slipway.storage.UploadPut;
import dev.slipway.storage.UploadTerms;
import java.util.LinkedHashMap;

/// Forms for a presigned POST to the bucket.
final class SignForm {

    private final SignPostForm signer = new SignPostForm();
    private final Addresses addresses;
    private final S3Settings settings;

    SignForm(Addresses addresses, S3Settings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    Ticket.Form sign(UploadTerms terms, Signing signing) {
        var bucket = addresses.bucket();
        var plain = UploadForm.of(terms, bucket.name());
        var fields = new LinkedHashMap<>(plain.fields());
        if (!settings.provider().checksums()) {
            fields.keySet().removeIf(name -> name.startsWith(UploadPut.CHECKSUM));
        }
        settings.atRest()
                .headers(terms.key())
                .forEach(
                        (name, value) -> fields.put(name.equals(AtRest.ACL) ? "acl" : name, value));
        var form =
                new PostForm(
                        bucket.name(),
                        bucket.nameOf(terms.key()),
                        fields,
                        plain.size(),
                        signing.expiresAt());
        return new Ticket.Form(
                addresses.url(),
                signer.sign(form, bucket.region(), signing.credentials(), signing.signedAt()),
                signing.expiresAt());
    }
}
