package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Addresses under `/media`, for reading: `?expires&disposition&type&signature`. The signature
/// covers the method (GET, which allows HEAD too), the key, the expiry and what the answer will
/// say of itself.
final class MediaLinks {

    static final String PATH = "/media/";

    private final String url;
    private final SecretKeySpec key;

    MediaLinks(URI publicUrl, LocalSecret secret) {
        this.url = withoutSlash(publicUrl) + PATH;
        this.key = new SecretKeySpec(secret.keyFor("media links"), "HmacSHA256");
    }

    static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    URI address(ObjectKey key) {
        return URI.create(url + key);
    }

    /// What anybody may read as it is stored needs no signature, and its address stays the
    /// same.
    URI link(ObjectKey key, LinkTerms terms) {
        if (key.isPublic() && terms.disposition() == null) {
            return address(key);
        }
        var query =
                query(
                        String.valueOf(terms.expiresAt().getEpochSecond()),
                        terms.disposition(),
                        terms.contentType());
        return URI.create(url + key + "?" + query + "&signature=" + signature(key, query));
    }

    /// What speaks against answering such a request, if anything.
    Optional<S3Error> refusal(ObjectKey key, LinkParameters link, Instant now) {
        if (key.isQuarantined()) {
            return Optional.of(S3Error.accessDenied("Access Denied"));
        }
        if (link.areAbsent()) {
            return key.isPublic()
                    ? Optional.empty()
                    : Optional.of(S3Error.accessDenied("Access Denied"));
        }
        var expected = signature(key, query(link.expires(), link.disposition(), link.type()));
        if (link.signature() == null || !same(expected, link.signature())) {
            return Optional.of(
                    new S3Error(
                            "SignatureDoesNotMatch",
                            403,
                            "The request signature we calculated does not match the signature"
                                    + " you provided."));
        }
        return link.expiresAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(S3Error.accessDenied("Request has expired"));
    }

    /// Present ones only, so that nothing can be left out or added under one signature.
    private static String query(
            @Nullable String expires, @Nullable String disposition, @Nullable String type) {
        var query = new StringJoiner("&");
        add(query, "expires", expires);
        add(query, "disposition", disposition);
        add(query, "type", type);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private String signature(ObjectKey object, String query) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var text = "GET\n" + object + "\n" + query;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
