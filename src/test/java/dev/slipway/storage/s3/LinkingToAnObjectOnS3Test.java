package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("D79: a link to an object on S3")
class LinkingToAnObjectOnS3Test {

    private static final String BUCKET = "links";
    private static final ObjectKey KEY = new ObjectKey("private/2026/11/21/0199/9f0c.jpg");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private static final LinkTerms TERMS =
            new LinkTerms(NOW, NOW.plusSeconds(900), "image/jpeg", null);

    private static S3ProxyServer server;
    private static S3Client client;
    private static ObjectStore store;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        server = S3ProxyServer.start();
        server.createBucket(BUCKET);
        client = server.client();
        store = server.store(client, BUCKET);
        var file = Files.writeString(directory.resolve("file"), "some bytes");
        store.write(KEY, file, ObjectHeaders.ofType("application/octet-stream"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void opensInABrowserAsItStands() throws Exception {
        var answer = get(store.link(KEY, TERMS));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("some bytes");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    }

    @Test
    void saysUnderWhichNameToSave() throws Exception {
        var disposition =
                "attachment; filename=\"_ & +.jpg\"; filename*=UTF-8''%E2%82%AC%20%26%20%2B.jpg";

        var answer =
                get(
                        store.link(
                                KEY,
                                new LinkTerms(
                                        NOW, NOW.plusSeconds(900), "image/jpeg", disposition)));

        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(disposition);
        assertThat(answer.body()).isEqualTo("some bytes");
    }

    @Test
    void staysTheSameForEqualTerms() {
        var link = store.link(KEY, TERMS);

        assertThat(store.link(KEY, TERMS)).isEqualTo(link);
        try (var other = server.client()) {
            assertThat(server.store(other, BUCKET).link(KEY, TERMS)).isEqualTo(link);
        }
        var later = new LinkTerms(NOW, NOW.plusSeconds(960), "image/jpeg", null);
        assertThat(store.link(KEY, later)).isNotEqualTo(link);
    }

    @Test
    void opensNothingOnceItHasExpired() throws Exception {
        var terms = new LinkTerms(NOW.minusSeconds(600), NOW.minusSeconds(1), "image/jpeg", null);

        assertThat(get(store.link(KEY, terms)).statusCode()).isEqualTo(403);
    }

    @Test
    void opensNothingButWhatWasSigned() throws Exception {
        var link = store.link(KEY, TERMS).toString();

        assertThat(get(URI.create(link.replace("9f0c", "9f0d"))).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(link.replace("image%2Fjpeg", "text%2Fhtml"))).statusCode())
                .isEqualTo(403);
        assertThat(get(store.address(KEY)).statusCode()).isEqualTo(403);
    }

    @Test
    void isSignedForSevenDaysAtMost() {
        var days = Duration.ofDays(7);
        var longest = new LinkTerms(NOW, NOW.plus(days), "image/jpeg", null);
        var tooLong = new LinkTerms(NOW, NOW.plus(days).plusSeconds(1), "image/jpeg", null);

        assertThat(store.link(KEY, longest)).hasParameter("X-Amz-Expires", "604800");
        assertThatThrownBy(() -> store.link(KEY, tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 days");
    }

    @Test
    void carriesNoChecksumOfABodyThatItDoesNotHave() {
        assertThat(store.link(KEY, TERMS).getQuery().toLowerCase(java.util.Locale.ROOT))
                .contains("x-amz-signature")
                .doesNotContain("checksum");
    }

    @Test
    void carriesTheTokenOfTemporaryCredentials() {
        var credentials = AwsSessionCredentials.create("ASIA1", "secret", "the token");
        try (var aws = aws(credentials)) {
            var link = store(aws, "photos").link(KEY, TERMS);

            assertThat(link).hasParameter("X-Amz-Security-Token", "the token");
        }
    }

    @Test
    void isAnAddressOfTheBucketOnAmazonToo() {
        try (var aws = aws(AwsSessionCredentials.create("ASIA1", "secret", "token"))) {
            assertThat(store(aws, "photos").address(KEY))
                    .hasToString("https://photos.s3.eu-central-1.amazonaws.com/" + KEY);
            assertThat(store(aws, "my.photos").address(KEY))
                    .hasToString("https://s3.eu-central-1.amazonaws.com/my.photos/" + KEY);
        }
        assertThat(store.address(KEY)).hasToString(server.endpoint() + "/" + BUCKET + "/" + KEY);
    }

    private static ObjectStore store(S3Client client, String bucket) {
        return new S3ObjectStore(client, Settings.of(bucket), Clock.systemUTC(), new Random(1));
    }

    private static S3Client aws(AwsCredentials credentials) {
        return S3Defaults.apply(
                        S3Client.builder()
                                .region(Region.EU_CENTRAL_1)
                                .credentialsProvider(StaticCredentialsProvider.create(credentials)),
                        false)
                .build();
    }

    private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        }
    }
}
