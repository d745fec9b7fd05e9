package dev.slipway.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D95: a message about the storage")
class ReadingAMessageTest {

    private static final Notice OTHER = new Notice.Other();

    @Test
    void namesTheObjectsOfS3sRecords() throws IOException {
        assertThat(read(Messages.s3("photos", "a/b.jpg", "c")))
                .containsExactly(
                        new Notice.Created("photos", "a/b.jpg"), new Notice.Created("photos", "c"));
        assertThat(read("{\"Records\": []}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectCreated:Put",
                "ObjectCreated:Post",
                "ObjectCreated:CompleteMultipartUpload",
                "s3:ObjectCreated:Post"
            })
    void isAboutACreationHoweverTheObjectCame(String event) throws IOException {
        assertThat(read(Messages.records("ceph:s3", event, "photos", "a")))
                .containsExactly(new Notice.Created("photos", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRemoved:Delete",
                "s3:ObjectRemoved:Delete",
                "ObjectTagging:Put",
                "ObjectCreatedOtherwise",
                ""
            })
    void isAboutSomethingElse(String event) throws IOException {
        assertThat(read(Messages.records("aws:s3", event, "photos", "a"))).containsExactly(OTHER);
    }

    @Test
    @DisplayName("has form-encoded keys in records")
    void hasEncodedKeysInRecords() throws IOException {
        assertThat(keys("incoming%2Fred+flower%2B.jpg"))
                .containsExactly("incoming/red flower+.jpg");
        assertThat(keys("M%C3%BCnchen")).containsExactly("München");
        assertThat(read(record("100%"))).containsExactly(OTHER);
        assertThat(read(record("%zz"))).containsExactly(OTHER);
    }

    @Test
    @DisplayName("has plain keys from EventBridge")
    void hasPlainKeysFromEventBridge() throws IOException {
        assertThat(read(Messages.eventBridge("photos", "incoming/a+b%2Fc")))
                .containsExactly(new Notice.Created("photos", "incoming/a+b%2Fc"));
        var deleted =
                Messages.eventBridge("photos", "a").replace("Object Created", "Object Deleted");
        assertThat(read(deleted)).containsExactly(OTHER);
        var foreign = Messages.eventBridge("photos", "a").replace("aws.s3", "my.shop");
        assertThat(read(foreign)).containsExactly(OTHER);
    }

    @Test
    void comesFromMinIO() throws IOException {
        assertThat(read(Messages.minio("photos", "incoming/a b")))
                .containsExactly(new Notice.Created("photos", "incoming/a b"));
    }

    @Test
    void comesInAnEnvelopeOfSns() throws IOException {
        var created = new Notice.Created("photos", "a b");
        assertThat(read(Messages.sns(Messages.s3("photos", "a b")))).containsExactly(created);
        assertThat(read(Messages.sns(Messages.eventBridge("photos", "a b"))))
                .containsExactly(created);
        assertThat(read(Messages.sns(Messages.TEST_EVENT))).containsExactly(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good morning", "{", "[1, 2", "null", "{} {}"})
    void isNotOursInAnEnvelope(String message) throws IOException {
        assertThat(read(Messages.sns(message))).containsExactly(OTHER);
    }

    @Test
    @DisplayName("is taken out of one envelope, not out of envelopes in envelopes")
    void isTakenOutOfOneEnvelope() throws IOException {
        var url = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription";
        assertThat(read(Messages.sns(Messages.sns(Messages.s3("photos", "a")))))
                .containsExactly(OTHER);
        assertThat(read(Messages.sns(Messages.subscription(url)))).containsExactly(OTHER);
        assertThat(read(Messages.subscription(url))).containsExactly(new Notice.Subscription(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "\"Records\"",
                "{\"Records\": {}}",
                "{\"Records\": null, \"Type\": []}",
                "{\"Type\": \"UnsubscribeConfirmation\", \"SubscribeURL\": \"https://a\"}",
                "{\"Type\": \"Notification\", \"Message\": {\"Records\": []}}",
                "{\"detail-type\": \"Object Created\"}",
                Messages.TEST_EVENT
            })
    void isJsonThatSaysNothingToUs(String message) throws IOException {
        assertThat(read(message)).containsExactly(OTHER);
    }

    @Test
    void hasMembersOfAnyType() throws IOException {
        var odd =
                "{\"Records\": [7, null, {}, {\"eventName\": \"ObjectCreated:Put\", \"s3\": [1]}]}";
        assertThat(read(odd)).containsExactly(OTHER, OTHER, OTHER, new Notice.Created("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{'a': 1}", "<xml/>", "Action=x&y=z"})
    void isNoJson(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void isNothingAtAll() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Refusal.class);
        // announces UTF-32 and goes on with what is no character
        var noText = new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};
        assertThatThrownBy(() -> read(noText)).isInstanceOf(Refusal.class);
    }

    @Test
    void isTooDeep() throws IOException {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(JsonProcessingException.class);
        assertThat(read(Messages.sns(deep))).containsExactly(OTHER);
    }

    private static List<String> keys(String encoded) throws IOException {
        return read(record(encoded)).stream()
                .map(notice -> ((Notice.Created) notice).key())
                .toList();
    }

    private static String record(String encodedKey) {
        return "{\"Records\": [%s]}"
                .formatted(Messages.ofRecord("aws:s3", "ObjectCreated:Post", "photos", encodedKey));
    }

    private static List<Notice> read(String message) throws IOException {
        return read(message.getBytes(UTF_8));
    }

    private static List<Notice> read(byte[] message) throws IOException {
        return new ReadNotices(new ObjectMapper()).read(new ByteArrayInputStream(message));
    }
}
