package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D3 D21 D46 D131: a form is judged as S3 judges it")
class VerifyingAFormTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = NOW.plusSeconds(900);
    private static final AwsCredentials SIGNER = new AwsCredentials("local", "secret", null);

    private final VerifyPostForm verify = new VerifyPostForm(new Known(SIGNER));
    private final Map<String, String> fields =
            new LinkedHashMap<>(
                    new SignPostForm()
                            .sign(
                                    new PostForm(
                                            "bucket",
                                            "incoming/1",
                                            Map.of("Content-Type", "image/png"),
                                            new Condition.ContentLengthRange(1, 10),
                                            LATER),
                                    "local",
                                    SIGNER,
                                    NOW));

    @Test
    void acceptsWhatWasSignedAndSaysHowLargeTheFileMayBe() {
        var accepted = (FormVerdict.Accepted) verdict(NOW);

        assertThat(accepted.size()).isEqualTo(new Condition.ContentLengthRange(1, 10));
        assertThat(accepted.fields()).containsAllEntriesOf(fields);
    }

    @Test
    void doesNotCareAboutTheCaseOfNames() {
        fields.put("CONTENT-type", fields.remove("Content-Type"));
        fields.put("Policy", fields.remove("policy"));
        fields.put("X-Amz-Signature", fields.remove("x-amz-signature"));

        var accepted = (FormVerdict.Accepted) verdict(NOW);

        assertThat(accepted.fields().get("content-TYPE")).isEqualTo("image/png");
    }

    @Test
    void acceptsUntilTheLastMomentOnly() {
        assertThat(verdict(LATER.minusMillis(1))).isInstanceOf(FormVerdict.Accepted.class);
        assertThat(verdict(LATER))
                .isEqualTo(
                        refused(
                                "AccessDenied",
                                403,
                                "Invalid according to Policy: Policy expired."));
    }

    @Test
    void knowsNoOtherSigner() {
        fields.computeIfPresent("x-amz-credential", (_, v) -> v.replace("local/", "other/"));

        refusal(403, "InvalidAccessKeyId");
    }

    @Test
    void refusesAnotherSignature() {
        fields.computeIfPresent("x-amz-signature", (_, v) -> v.replaceAll("[0-7]", "8"));

        refusal(403, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no hex", "ÄÖÜ", "0"})
    void refusesWhatIsNoSignature(String text) {
        fields.put("x-amz-signature", text);

        refusal(403, "SignatureDoesNotMatch");
    }

    @Test
    void refusesAChangedPolicy() {
        fields.put("policy", base64(policy().replace("[\"content-length-range\",1,10]", "{}")));

        refusal(403, "SignatureDoesNotMatch");
    }

    @Test
    void refusesASignatureOfAnotherDayOrRegion() {
        fields.computeIfPresent("x-amz-credential", (_, v) -> v.replace("/local/", "/remote/"));
        refusal(403, "SignatureDoesNotMatch");

        fields.computeIfPresent("x-amz-credential", (_, v) -> v.replace("20260102", "20260103"));
        refusal(403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "local", "local/20260102/local/sqs/aws4_request", "////"})
    void refusesAMalformedCredential(String credential) {
        fields.put("x-amz-credential", credential);

        refusal(403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "x-amz-signature"})
    void wantsAPolicyAndASignature(String name) {
        fields.remove(name);

        refusal(400, "InvalidArgument").contains("'" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"key", "Content-Type", "x-amz-algorithm", "x-amz-credential", "x-amz-date"})
    void refusesAFormThatLacksAField(String name) {
        fields.remove(name);

        refusal(403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "Content-Type", "x-amz-algorithm", "x-amz-date"})
    void refusesAFieldWithAnotherValue(String name) {
        fields.computeIfPresent(name, (_, v) -> v + "x");

        refusal(403, "AccessDenied");
    }

    @Test
    void quotesTheConditionThatFailed() {
        fields.put("Content-Type", "text/html");

        refusal(403, "AccessDenied")
                .isEqualTo(
                        "Invalid according to Policy: Policy Condition failed:"
                                + " [\"eq\",\"$Content-Type\",\"image/png\"]");
    }

    @Test
    void refusesAFieldWithoutACondition() {
        fields.put("acl", "public-read");

        refusal(403, "AccessDenied")
                .isEqualTo("Invalid according to Policy: Extra input fields: acl");
    }

    @Test
    void ignoresFieldsThatAskForIt() {
        var received = new ArrayList<>(Known.fields(fields));
        received.add(new FormField("x-ignore-me", "1"));
        received.add(new FormField("X-Ignore-Me", "2"));

        assertThat(verify.verify(received, "bucket", NOW)).isInstanceOf(FormVerdict.Accepted.class);
    }

    @Test
    void refusesTheFormOfAnotherBucket() {
        assertThat(verify.verify(Known.fields(fields), "other", NOW))
                .isInstanceOf(FormVerdict.Refused.class);

        fields.put("bucket", "other");
        refusal(403, "AccessDenied");
    }

    @Test
    void refusesAFieldThatComesTwice() {
        var received = new ArrayList<>(Known.fields(fields));
        received.add(new FormField("KEY", "incoming/1"));

        assertThat(verify.verify(received, "bucket", NOW))
                .isEqualTo(
                        refused(
                                "InvalidArgument",
                                400,
                                "POST requires exactly one value of the field 'KEY'."));
    }

    @Test
    void refusesMoreThanTwentyKilobytesOfFields() {
        fields.put("x-ignore-all", "ä".repeat(10 * 1024));

        refusal(400, "MaxPostPreDataLengthExceededError");
    }

    @Test
    void refusesAPolicyThatIsNotJson() {
        for (var text : List.of("", "{", "policy", "{\"a\":", "[".repeat(5000), "{} {}")) {
            fields.put("policy", base64(text));
            refusal(400, "InvalidPolicyDocument");
        }
        fields.put("policy", "not base64!");
        refusal(400, "InvalidPolicyDocument");
        fields.put("policy", Base64.getEncoder().encodeToString(new byte[] {'"', -1, '"'}));
        refusal(400, "InvalidPolicyDocument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "5",
                "{\"expiration\": \"2027-01-01T00:00:00Z\", \"conditions\": [[\"a\"]]}",
            })
    void refusesJsonThatIsNoPolicyEvenWhenItIsSigned(String text) {
        sign(text);

        refusal(400, "InvalidPolicyDocument");
    }

    @Test
    void refusesTwoRanges() {
        sign(
                policy().replace(
                                "\"conditions\":[",
                                "\"conditions\":[[\"content-length-range\",0,9],"));

        refusal(400, "InvalidPolicyDocument");
    }

    @Test
    void wantsTheTokenOfTemporaryCredentials() {
        var temporary = new AwsCredentials("temp", "secret", "token");
        var form =
                new PostForm(
                        "bucket", "k", Map.of(), new Condition.ContentLengthRange(0, 1), LATER);
        fields.clear();
        fields.putAll(new SignPostForm().sign(form, "r", temporary, NOW));
        var knowing = new VerifyPostForm(new Known(temporary));
        assertThat(fields).containsEntry("x-amz-security-token", "token");
        assertThat(policy()).contains("{\"x-amz-security-token\":\"token\"}");
        assertThat(knowing.verify(Known.fields(fields), "bucket", NOW))
                .isInstanceOf(FormVerdict.Accepted.class);

        fields.put("x-amz-security-token", "other");

        assertThat(knowing.verify(Known.fields(fields), "bucket", NOW))
                .isEqualTo(refused("InvalidToken", 403, "The provided token is not valid."));
    }

    @Test
    void wantsAPrefixOnEveryElementOfAContentType() {
        sign(
                policy().replace(
                                "{\"Content-Type\":\"image/png\"}",
                                "[\"starts-with\",\"$Content-Type\",\"image/\"]"));
        fields.put("Content-Type", "image/png, image/gif");
        assertThat(verdict(NOW)).isInstanceOf(FormVerdict.Accepted.class);

        fields.put("Content-Type", "image/png, text/html");
        refusal(403, "AccessDenied");
    }

    private FormVerdict verdict(Instant now) {
        return verify.verify(Known.fields(fields), "bucket", now);
    }

    private AbstractStringAssert<?> refusal(int status, String code) {
        var error = ((FormVerdict.Refused) verdict(NOW)).error();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
        return assertThat(error.message());
    }

    private static FormVerdict refused(String code, int status, String message) {
        return new FormVerdict.Refused(new S3Error(code, status, message));
    }

    private String policy() {
        return new String(Base64.getDecoder().decode(fields.get("policy")), StandardCharsets.UTF_8);
    }

    private void sign(String policy) {
        fields.put("policy", base64(policy));
        fields.put(
                "x-amz-signature",
                new Signatures()
                        .of(base64(policy), SIGNER, CredentialScope.of(SIGNER, "local", NOW)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
