package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@DisplayName("D21: any form that was signed is accepted, and with any one change refused")
class RandomFormsTest {

    private static final AwsCredentials SIGNER = new AwsCredentials("local", "secret", null);

    private final VerifyPostForm verify = new VerifyPostForm(new Known(SIGNER));
    private final SignPostForm sign = new SignPostForm();

    @RepeatedTest(300)
    void isAcceptedAsItIsAndRefusedWithAnyChange(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var now = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        var form = form(random, now);
        var fields = sign.sign(form, Texts.any(random, 1, 20).replace('/', '-'), SIGNER, now);

        assertThat(verify(fields, form.bucket(), now))
                .isEqualTo(new FormVerdict.Accepted(form.size(), fields));

        for (var name : fields.keySet()) {
            var lacking = new LinkedHashMap<>(fields);
            lacking.remove(name);
            assertRefused(verify(lacking, form.bucket(), now), "without " + name);
            var changed = new LinkedHashMap<>(fields);
            changed.put(name, changed(fields.get(name), random));
            assertRefused(verify(changed, form.bucket(), now), "with another " + name);
        }
        var more = new LinkedHashMap<>(fields);
        more.put("x-amz-meta-more" + random.nextInt(), "");
        assertRefused(verify(more, form.bucket(), now), "with one more field");
        assertRefused(verify(fields, form.bucket() + "x", now), "in another bucket");
        assertRefused(verify(fields, form.bucket(), form.expiresAt()), "too late");
    }

    @RepeatedTest(300)
    void neverEndsInAnException(RepetitionInfo repetition) {
        var random = new Random(-repetition.getCurrentRepetition());
        var now = Instant.ofEpochSecond(1_800_000_000L);
        var received =
                new ArrayList<>(Known.fields(sign.sign(form(random, now), "r", SIGNER, now)));
        for (int i = 0; i < 3; i++) {
            var at = random.nextInt(received.size());
            var old = received.get(at);
            received.set(
                    at,
                    switch (random.nextInt(4)) {
                        case 0 -> new FormField(Texts.any(random, 0, 5), old.value());
                        case 1 -> new FormField(old.name(), Texts.any(random, 0, 3000));
                        case 2 -> received.get(random.nextInt(received.size()));
                        default -> new FormField(old.name(), "\ud800" + old.value());
                    });
        }

        assertThat(verify.verify(received, "bucket", now)).isInstanceOf(FormVerdict.Refused.class);
    }

    private FormVerdict verify(Map<String, String> fields, String bucket, Instant now) {
        return verify.verify(Known.fields(fields), bucket, now);
    }

    private static void assertRefused(FormVerdict verdict, String change) {
        assertThat(verdict).as(change).isInstanceOf(FormVerdict.Refused.class);
    }

    private static PostForm form(Random random, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Content-Type", Texts.any(random, 1, 30));
        for (int i = random.nextInt(8); i > 0; i--) {
            fields.put("x-amz-meta-" + i + Texts.any(random, 0, 10), Texts.any(random, 0, 100));
        }
        var min = random.nextLong(1L << random.nextInt(1, 40));
        var size =
                new Condition.ContentLengthRange(
                        min, min + random.nextLong(1L << random.nextInt(1, 40)));
        var expiresAt = now.plusSeconds(1 + random.nextInt(86_400));
        return new PostForm(
                Texts.any(random, 1, 63), Texts.any(random, 1, 200), fields, size, expiresAt);
    }

    private static String changed(String value, Random random) {
        if (value.isEmpty()) {
            return "x";
        }
        var at = random.nextInt(value.length());
        var other = (char) (value.charAt(at) ^ (1 << random.nextInt(7)));
        return value.substring(0, at) + other + value.substring(at + 1);
    }
}
