package dev.slipway.storage.s3;

import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;

/// Presigned PUTs of parts. Nothing but the host is signed, and the size where it is known: no
/// checksum, because it would be the one of an empty body.
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
        Map<String, String> headers =
                terms.size() == null
                        ? Map.of()
                        : Map.of("Content-Length", Long.toString(terms.size()));
        var signing = credentials.sign(terms.issuedAt(), terms.expiresAt()).ofUrl();
        return new Ticket.Put(
                signer.put(terms.key(), parameters, headers, signing),
                Map.of(),
                signing.expiresAt());
    }
}
