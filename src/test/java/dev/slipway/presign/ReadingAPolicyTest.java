package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAPolicyTest {

    @Test
    void understandsAmazonsPublishedExample() throws Exception {
        var text = Vectors.amazon().get("input").get("policy_base64").textValue();

        var policy =
                PostPolicy.parse(
                        new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));

        assertThat(policy.expiration()).isEqualTo(Instant.parse("2015-12-30T12:00:00Z"));
        assertThat(policy.conditions())
                .hasSize(11)
                .contains(
                        new Condition.Exact("bucket", "sigv4examplebucket"),
                        new Condition.StartsWith("key", "user/user1/"),
                        new Condition.StartsWith("x-amz-meta-tag", ""),
                        new Condition.Exact("x-amz-date", "20151229T000000Z"));
    }

    @Test
    void understandsEveryFormOfACondition() throws Exception {
        var policy =
                PostPolicy.parse(
                        """
                        {"conditions": [{"acl": "private"}, ["eq", "$key", "a"],
                          ["Starts-With", "$Content-Type", "image/"],
                          ["content-length-range", 1, 10]],
                         "expiration": "2026-01-02T03:04:05.678+01:00"}
                        """);

        assertThat(policy)
                .isEqualTo(
                        new PostPolicy(
                                Instant.parse("2026-01-02T02:04:05Z"),
                                List.of(
                                        new Condition.Exact("acl", "private"),
                                        new Condition.Exact("key", "a"),
                                        new Condition.StartsWith("Content-Type", "image/"),
                                        new Condition.ContentLengthRange(1, 10))));
    }

    @Test
    void takesSizesWrittenAsText() throws Exception {
        var policy =
                PostPolicy.parse(
                        """
                        {"expiration": "2026-01-02T03:04:05Z",
                         "conditions": [["content-length-range", "0", "5368709120"]]}
                        """);

        assertThat(policy.conditions())
                .containsExactly(new Condition.ContentLengthRange(0, 5368709120L));
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        var policy =
                new PostPolicy(
                        Instant.parse("2026-01-02T03:04:05Z"),
                        List.of(
                                new Condition.Exact(
                                        "x-amz-meta-ä\"\\", "𝄞\u0000\n\u2028</script>"),
                                new Condition.StartsWith("key", "größe/"),
                                new Condition.ContentLengthRange(0, Long.MAX_VALUE)));

        assertThat(PostPolicy.parse(policy.toJson())).isEqualTo(policy);
        assertThat(policy.toJson()).isPrintable().isASCII();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"expiration\": \"2026-01-02T03:04:05Z\"}",
                "{\"conditions\": []}",
                "{\"expiration\": 5, \"conditions\": []}",
                "{\"expiration\": \"tomorrow\", \"conditions\": []}",
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": {}}",
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": [], \"more\": 1}",
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": []} {}",
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": []",
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": ["
            })
    void refusesADocumentOfAnotherShape(String text) {
        assertThatThrownBy(() -> PostPolicy.parse(text))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessageStartingWith("Invalid Policy: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "\"eq\"",
                "null",
                "{}",
                "[]",
                "{\"a\": \"1\", \"b\": \"2\"}",
                "{\"a\": 1}",
                "{\"a\": {\"b\": \"c\"}}",
                "[\"eq\", \"key\", \"a\"]",
                "[\"eq\", \"$\", \"a\"]",
                "[\"eq\", \"$key\"]",
                "[\"eq\", \"$key\", \"a\", \"b\"]",
                "[\"ends-with\", \"$key\", \"a\"]",
                "[\"content-length-range\", 1]",
                "[\"content-length-range\", 1, 2, 3]",
                "[\"content-length-range\", 2, 1]",
                "[\"content-length-range\", -1, 1]",
                "[\"content-length-range\", 1, 1.5]",
                "[\"content-length-range\", 1, 99999999999999999999]",
                "[\"content-length-range\", 1, \"ten\"]"
            })
    void refusesAConditionOfAnotherShape(String condition) {
        var text =
                "{\"expiration\": \"2026-01-02T03:04:05Z\", \"conditions\": [" + condition + "]}";

        assertThatThrownBy(() -> PostPolicy.parse(text))
                .isInstanceOf(MalformedPolicyException.class);
    }
}
