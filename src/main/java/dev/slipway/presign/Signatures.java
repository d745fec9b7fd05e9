package dev.slipway.presign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// SigV4 signatures of forms
/// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html))
/// and of URLs
/// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)).
/// A signing key is good for one secret, day, region and service: it is computed once and kept,
/// the latest 64 of them.
final class Signatures {

    static final int KEPT_KEYS = 64;

    private record KeyOf(String secret, String date, String region) {}

    private final Map<KeyOf, byte[]> keys =
            new LinkedHashMap<>(KEPT_KEYS * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<KeyOf, byte[]> eldest) {
                    return size() > KEPT_KEYS;
                }
            };

    /// The signature of `text`, a policy document in base64 or a [CanonicalRequest]'s string to
    /// sign, in lower-case hex.
    String of(String text, AwsCredentials credentials, CredentialScope scope) {
        return HexFormat.of().formatHex(hmac(key(credentials.secretAccessKey(), scope), text));
    }

    /// Compares in a time that tells nothing about the content.
    static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    byte[] key(String secret, CredentialScope scope) {
        synchronized (keys) {
            return keys.computeIfAbsent(
                    new KeyOf(secret, scope.date(), scope.region()), Signatures::derive);
        }
    }

    private static byte[] derive(KeyOf of) {
        var day = hmac(("AWS4" + of.secret()).getBytes(StandardCharsets.UTF_8), of.date());
        var service = hmac(hmac(day, of.region()), CredentialScope.SERVICE);
        return hmac(service, CredentialScope.TERMINATOR);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
