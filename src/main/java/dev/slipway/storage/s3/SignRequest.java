package dev.slipway.storage.s3;

import dev.slipway.presign.PresignedRequest;
import dev.slipway.presign.SignUrl;
import dev.slipway.storage.ObjectKey;
import java.net.URI;
import java.util.Map;

/// Signs URLs of objects at the address where strangers reach them.
final class SignRequest {

    private final SignUrl signer = new SignUrl();
    private final Addresses addresses;
    private final String region;

    SignRequest(Addresses addresses) {
        this.addresses = addresses;
        this.region = addresses.bucket().region();
    }

    URI get(ObjectKey key, Map<String, String> parameters, Signing signing) {
        return sign("GET", key, parameters, Map.of(), signing);
    }

    URI put(
            ObjectKey key,
            Map<String, String> parameters,
            Map<String, String> headers,
            Signing signing) {
        return sign("PUT", key, parameters, headers, signing);
    }

    private URI sign(
            String method,
            ObjectKey key,
            Map<String, String> parameters,
            Map<String, String> headers,
            Signing signing) {
        return signer.sign(
                new PresignedRequest(
                        method, addresses.of(key), parameters, headers, signing.lifetime()),
                region,
                signing.credentials(),
                signing.signedAt());
    }
}
