package dev.slipway.storage.s3;

import dev.slipway.storage.Disposition;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Objects;

/// Addresses for reading: a presigned GET, or the CDN's address of a public object. Equal terms
/// and credentials give the same address.
final class SignLink {

    private final Credentials credentials;
    private final Addresses addresses;
    private final SignRequest signer;

    SignLink(Credentials credentials, Addresses addresses, SignRequest signer) {
        this.credentials = credentials;
        this.addresses = addresses;
        this.signer = signer;
    }

    URI sign(ObjectKey key, LinkTerms terms) {
        return isAsStored(terms)
                ? addresses.onCdn(key).orElseGet(() -> signed(key, terms))
                : signed(key, terms);
    }

    /// A CDN can only say what the object itself says, and that is this.
    private static boolean isAsStored(LinkTerms terms) {
        return Objects.equals(terms.disposition(), Disposition.forcedOn(terms.contentType()));
    }

    private URI signed(ObjectKey key, LinkTerms terms) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response-content-type", terms.contentType());
        if (terms.disposition() != null) {
            parameters.put("response-content-disposition", terms.disposition());
        }
        return signer.get(key, parameters, credentials.sign(terms.signedAt(), terms.expiresAt()));
    }
}
