package dev.slipway.storage.s3;

import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadPut;
import dev.slipway.storage.UploadTerms;
import java.util.LinkedHashMap;
import java.util.Map;

/// Presigned PUTs of one object.
final class SignPut {

    private static final String SIZE = "Content-Length";

    private final SignRequest signer;
    private final S3Settings settings;

    SignPut(SignRequest signer, S3Settings settings) {
        this.signer = signer;
        this.settings = settings;
    }

    Ticket.Put sign(UploadTerms terms, Signing signing) {
        var size = UploadPut.size(terms);
        var headers = headers(terms);
        var signed = new LinkedHashMap<>(headers);
        signed.put(SIZE, Long.toString(size));
        var during = signing.ofUrl();
        return new Ticket.Put(
                signer.put(terms.key(), Map.of(), signed, during), headers, during.expiresAt());
    }

    /// Those that the stranger has to send.
    private Map<String, String> headers(UploadTerms terms) {
        var provider = settings.provider();
        var headers =
                new LinkedHashMap<>(
                        UploadPut.headers(terms, provider.conditionalPut(), provider.checksums()));
        headers.putAll(settings.atRest().headers(terms.key()));
        return headers;
    }
}
