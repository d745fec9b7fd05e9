package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChecksumsTest {

    private static final byte[] TEXT = "some text".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D52: a profile may ask for the SHA-256 of every file, whatever the client says")
    void theServerSumsUpItself() throws Exception {
        var id = alice.startAndSend(start(Map.of("profile", "summed")), TEXT).getString("id");
        assertThat(alice.show(id).getString("checksum_sha256")).isNull();
        assertThat(alice.finish(id).getString("checksum_sha256")).isEqualTo(digest("SHA-256"));
        var other = alice.startAndSend(start(Map.of()), TEXT).getString("id");
        assertThat(alice.finish(other).getString("checksum_sha256")).isNull();
    }

    @Test
    @DisplayName("D51 D52: a declared SHA-256 is enforced, kept and told with the bytes")
    void aDeclaredSumIsToldWithTheBytes() throws Exception {
        var sum = digest("SHA-256");
        var id = alice.startAndSend(start(Map.of("checksum_sha256", sum)), TEXT).getString("id");
        var file = alice.finish(id);
        assertThat(file.getString("checksum_sha256")).isEqualTo(sum);
        var answer = FormPost.get(file.getString("url"));
        assertThat(answer.headers().firstValue("ETag"))
                .hasValue('"' + file.getString("etag") + '"');
        assertThat(answer.headers().firstValue("Repr-Digest")).hasValue("sha-256=:" + sum + ":");
    }

    @ParameterizedTest
    @CsvSource({"checksum_md5, MD5, 16", "checksum_crc32c, CRC-32C, 4"})
    @DisplayName("D51 D52: what the storage cannot enforce is checked at finish")
    void otherSumsAreChecked(String member, String algorithm, int length) throws Exception {
        var right = member.equals("checksum_md5") ? digest("MD5") : crc32c();
        var good = alice.startAndSend(start(Map.of(member, right)), TEXT).getString("id");
        assertThat(alice.finish(good).getString("state")).isEqualTo("finished");

        var wrong = Base64.getEncoder().encodeToString(new byte[length]);
        var started = alice.start(start(Map.of(member, wrong)));
        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), TEXT);
        if (sent.statusCode() == 204) {
            var refused = alice.tryFinish(started.getString("id"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("checksum_mismatch");
            assertThat(refused.jsonPath().getString("detail")).contains(algorithm);
        } else {
            assertThat(sent.body()).contains("<Code>BadDigest</Code>");
        }
        var none = alice.tryStart(start(Map.of(member, "AAAA")));
        assertThat(none.jsonPath().getString("code")).isEqualTo("invalid_checksum");
    }

    private static Map<String, Object> start(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("file_name", "a.txt");
        body.put("file_type", "text/plain");
        return body;
    }

    private static String digest(String algorithm) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(TEXT));
    }

    private static String crc32c() {
        var crc = new CRC32C();
        crc.update(TEXT);
        var bytes = java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
