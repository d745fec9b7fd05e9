package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minio.MinioClient;
import io.minio.credentials.StaticProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("D21, D33: a signed form is the one that Amazon, botocore and MinIO would have made")
class SigningAgreesWithOthersTest {

    private static final AwsCredentials CREDENTIALS =
            new AwsCredentials(
                    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);

    @Test
    void amazonsPublishedPolicyHasAmazonsPublishedSignature() {
        var input = Vectors.amazon().get("input");
        var credentials =
                new AwsCredentials(
                        input.get("access_key_id").textValue(),
                        input.get("secret_access_key").textValue(),
                        null);
        var scope =
                new CredentialScope(
                        credentials.accessKeyId(),
                        input.get("date").textValue(),
                        input.get("region").textValue());

        assertThat(new Signatures().of(input.get("policy_base64").textValue(), credentials, scope))
                .isEqualTo(Vectors.amazon().get("signature").textValue());
    }

    static List<JsonNode> botocore() {
        return Vectors.botocore();
    }

    @ParameterizedTest
    @MethodSource("botocore")
    void botocoresFieldsAndConditionsAreOurs(JsonNode vector) throws Exception {
        var input = vector.get("input");
        var theirs = Vectors.strings(vector.get("output").get("fields"));

        var ours =
                new SignPostForm()
                        .sign(
                                form(input),
                                input.get("region").textValue(),
                                credentials(input),
                                Instant.parse(input.get("now").textValue()));

        assertThat(withoutSignature(ours)).isEqualTo(withoutSignature(theirs));
        assertThat(Vectors.conditions(ours.get("policy")))
                .isEqualTo(Vectors.conditions(theirs.get("policy")));
        assertThat(expiration(ours)).isEqualTo(expiration(theirs));
    }

    @ParameterizedTest
    @MethodSource("botocore")
    void botocoresPolicyTextHasBotocoresSignature(JsonNode vector) {
        var theirs = Vectors.strings(vector.get("output").get("fields"));
        var scope = CredentialScope.parse(theirs.get("x-amz-credential")).orElseThrow();

        assertThat(
                        new Signatures()
                                .of(theirs.get("policy"), credentials(vector.get("input")), scope))
                .isEqualTo(theirs.get("x-amz-signature"));
    }

    @ParameterizedTest
    @MethodSource("botocore")
    void botocoresFormsAreAccepted(JsonNode vector) {
        var input = vector.get("input");
        var verdict =
                new VerifyPostForm(new Known(credentials(input)))
                        .verify(
                                Known.fields(Vectors.strings(vector.get("output").get("fields"))),
                                input.get("bucket").textValue(),
                                Instant.parse(input.get("now").textValue()));

        assertThat(verdict).isInstanceOf(FormVerdict.Accepted.class);
    }

    @Test
    void miniosFormIsOursAndAcceptedByUs() throws Exception {
        var expiresAt = Instant.parse("2199-01-01T00:00:00Z");
        var policy =
                new io.minio.PostPolicy(
                        "uploads", ZonedDateTime.ofInstant(expiresAt, ZoneOffset.UTC));
        policy.addEqualsCondition("key", "incoming/ünï");
        policy.addEqualsCondition("Content-Type", "image/png");
        policy.addEqualsCondition("x-amz-meta-name", "größe \"q\" \\ 𝄞");
        policy.addContentLengthRangeCondition(1, 10485760);
        var theirs = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        theirs.putAll(minio().getPresignedPostFormData(policy));
        theirs.put("key", "incoming/ünï");
        theirs.put("Content-Type", "image/png");
        theirs.put("x-amz-meta-name", "größe \"q\" \\ 𝄞");
        var now = instant(theirs.get("x-amz-date"));

        var ours =
                new SignPostForm()
                        .sign(
                                new PostForm(
                                        "uploads",
                                        "incoming/ünï",
                                        Map.of(
                                                "Content-Type",
                                                "image/png",
                                                "x-amz-meta-name",
                                                "größe \"q\" \\ 𝄞"),
                                        new Condition.ContentLengthRange(1, 10485760),
                                        expiresAt),
                                "eu-central-1",
                                CREDENTIALS,
                                now);

        assertThat(withoutSignature(ours)).isEqualTo(withoutSignature(theirs));
        assertThat(Vectors.conditions(ours.get("policy")))
                .isEqualTo(Vectors.conditions(theirs.get("policy")));
        var verdict =
                new VerifyPostForm(new Known(CREDENTIALS))
                        .verify(Known.fields(theirs), "uploads", now);
        assertThat(verdict).isInstanceOf(FormVerdict.Accepted.class);
    }

    private static MinioClient minio() {
        return MinioClient.builder()
                .endpoint("http://127.0.0.1:9")
                .region("eu-central-1")
                .credentialsProvider(
                        new StaticProvider(
                                CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), null))
                .build();
    }

    private static PostForm form(JsonNode input) {
        var range = new Condition.ContentLengthRange(0, 0);
        for (var condition : input.get("extra_conditions")) {
            if (condition.isArray()) {
                range =
                        new Condition.ContentLengthRange(
                                condition.get(1).longValue(), condition.get(2).longValue());
            }
        }
        return new PostForm(
                input.get("bucket").textValue(),
                input.get("key").textValue(),
                Vectors.strings(input.get("fields")),
                range,
                Instant.parse(input.get("now").textValue())
                        .plusSeconds(input.get("expires_in_seconds").longValue()));
    }

    private static AwsCredentials credentials(JsonNode input) {
        return new AwsCredentials(
                input.get("access_key_id").textValue(),
                input.get("secret_access_key").textValue(),
                input.get("session_token").textValue());
    }

    private static Map<String, String> withoutSignature(Map<String, String> fields) {
        var rest = new TreeMap<String, String>();
        fields.forEach((name, value) -> rest.put(name.toLowerCase(Locale.ROOT), value));
        rest.keySet().removeAll(List.of("policy", "x-amz-signature"));
        return rest;
    }

    private static Instant expiration(Map<String, String> fields) throws MalformedPolicyException {
        return PostPolicy.parse(
                        new String(
                                Base64.getDecoder().decode(fields.get("policy")),
                                StandardCharsets.UTF_8))
                .expiration();
    }

    private static Instant instant(String amzDate) {
        return LocalDateTime.parse(amzDate, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
    }
}
