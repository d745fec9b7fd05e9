package dev.slipway.storage.s3;

import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadPut;
import java.util.LinkedHashMap;

/// Presigned PUTs of parts. The host is signed, the size where it is known, and the SHA-256
/// where it was said: no other checksum, because it would be the one of an empty body.
final class SignPart {

    private final Credentials credentials;
    private final SignRequest signer;

    SignPart(Credentials credentials, SignRequest signer) {
        this.credentials = credentials;
        this.signer = signer;
    }

    Ticket.Put sign(PartTerms terms) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("partNumber", Integer.toString(terms.number()));
        parameters.put("uploadId", terms.uploadId());
        var headers = UploadPut.headers(terms);
        var signed = new LinkedHashMap<>(headers);
        if (terms.size() != null) {
            signed.put("Content-Length", Long.toString(terms.size()));
        }
        var signing = credentials.sign(terms.issuedAt(), terms.expiresAt()).ofUrl();
        return new Ticket.Put(
                signer.put(terms.key(), parameters, signed, signing), headers, signing.expiresAt());
    }
}
