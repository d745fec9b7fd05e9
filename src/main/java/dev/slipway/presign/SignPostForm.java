package dev.slipway.presign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Signs forms for a presigned POST with SigV4. Every field but `file`, `policy` and
/// `x-amz-signature` has a condition of its own, and there is exactly one
/// `content-length-range`: S3, Ceph and S3Proxy all accept that. Safe for many threads; keep
/// one, it remembers the signing key of the day.
public final class SignPostForm {

    private final Signatures signatures = new Signatures();

    /// The fields to send, in order, before `file`. With temporary credentials their token is a
    /// field and a condition; the form then works no longer than they do.
    public Map<String, String> sign(
            PostForm form, String region, AwsCredentials credentials, Instant now) {
        var scope = CredentialScope.of(credentials, region, now);
        var fields = new LinkedHashMap<String, String>();
        fields.put(FormFields.KEY, form.key());
        fields.putAll(form.fields());
        fields.put(FormFields.ALGORITHM, CredentialScope.ALGORITHM);
        fields.put(FormFields.CREDENTIAL, scope.toString());
        fields.put(FormFields.DATE, CredentialScope.amzDate(now));
        if (credentials.sessionToken() != null) {
            fields.put(FormFields.SECURITY_TOKEN, credentials.sessionToken());
        }
        var policy = encode(policy(form, fields));
        fields.put(FormFields.POLICY, policy);
        fields.put(FormFields.SIGNATURE, signatures.of(policy, credentials, scope));
        return fields;
    }

    private static PostPolicy policy(PostForm form, Map<String, String> fields) {
        var conditions = new ArrayList<Condition>();
        conditions.add(new Condition.Exact(FormFields.BUCKET, form.bucket()));
        conditions.add(form.size());
        fields.forEach((name, value) -> conditions.add(new Condition.Exact(name, value)));
        return new PostPolicy(form.expiresAt(), conditions);
    }

    private static String encode(PostPolicy policy) {
        return Base64.getEncoder().encodeToString(policy.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
