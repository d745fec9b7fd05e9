package dev.slipway.presign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Judges a form's fields as S3 does: signature, expiry, and every condition of the policy; a
/// field without a condition is refused, `x-ignore-*` aside. Whatever a stranger sends, the
/// answer is a verdict, never an exception. Safe for many threads.
///
/// One difference to S3 is wanted: a missing field is always `AccessDenied`, where S3 calls
/// some of them `InvalidArgument`; only `policy` and `x-amz-signature` are that.
public final class VerifyPostForm {

    /// S3's bound on all fields together; a reader of forms stops there.
    public static final int MAX_FIELDS_BYTES = 20 * 1024;

    private final CredentialLookup credentials;
    private final Signatures signatures = new Signatures();

    public VerifyPostForm(CredentialLookup credentials) {
        this.credentials = credentials;
    }

    /// Judges the fields that came before `file`. `bucket` is the one they were sent to.
    public FormVerdict verify(List<FormField> received, String bucket, Instant now) {
        if (size(received) > MAX_FIELDS_BYTES) {
            return refused(S3Error.tooManyFields());
        }
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var field : received) {
            if (fields.put(field.name(), field.value()) != null
                    && !FormFields.isIgnored(field.name())) {
                return refused(
                        S3Error.invalidArgument(
                                "POST requires exactly one value of the field '"
                                        + field.name()
                                        + "'."));
            }
        }
        return verify(fields, bucket, now);
    }

    private FormVerdict verify(Map<String, String> fields, String bucket, Instant now) {
        var encoded = fields.get(FormFields.POLICY);
        var signature = fields.get(FormFields.SIGNATURE);
        if (encoded == null || signature == null) {
            return refused(
                    S3Error.missing(encoded == null ? FormFields.POLICY : FormFields.SIGNATURE));
        }
        var json = decode(encoded);
        if (json == null) {
            return refused(S3Error.invalidPolicy("Invalid Policy: Invalid JSON."));
        }
        var forged = checkSignature(fields, encoded, signature);
        if (forged != null) {
            return refused(forged);
        }
        try {
            return new CheckPolicy(PostPolicy.parse(json), fields, bucket).check(now);
        } catch (MalformedPolicyException e) {
            return refused(S3Error.invalidPolicy(String.valueOf(e.getMessage())));
        }
    }

    private @Nullable S3Error checkSignature(
            Map<String, String> fields, String policy, String signature) {
        var date = fields.get(FormFields.DATE);
        var credential = fields.get(FormFields.CREDENTIAL);
        if (date == null
                || credential == null
                || !CredentialScope.ALGORITHM.equals(fields.get(FormFields.ALGORITHM))) {
            return S3Error.accessDenied(
                    "x-amz-algorithm, x-amz-credential or x-amz-date is missing or not supported.");
        }
        var scope = CredentialScope.parse(credential).orElse(null);
        if (scope == null || !date.startsWith(scope.date())) {
            return S3Error.accessDenied("x-amz-credential is malformed or not of x-amz-date.");
        }
        var signer = credentials.find(scope.accessKeyId()).orElse(null);
        if (signer == null) {
            return S3Error.unknownAccessKey();
        }
        if (!Signatures.same(signatures.of(policy, signer, scope), signature)) {
            return S3Error.signatureDoesNotMatch();
        }
        var token = signer.sessionToken();
        return token == null
                        || Signatures.same(
                                token, fields.getOrDefault(FormFields.SECURITY_TOKEN, ""))
                ? null
                : S3Error.invalidToken();
    }

    private static @Nullable String decode(String policy) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(policy));
            var json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return PolicyJson.isJson(json) ? json : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static long size(List<FormField> fields) {
        return fields.stream()
                .flatMap(field -> List.of(field.name(), field.value()).stream())
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static FormVerdict refused(S3Error error) {
        return new FormVerdict.Refused(error);
    }
}
