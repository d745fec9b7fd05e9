package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Refusal;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.FormUpload;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.PutUpload;
import dev.slipway.storage.StorageUnavailable;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@DisplayName("What strangers get")
class WhatStrangersGetTest {

    private static final ObjectKey KEY = new ObjectKey("incoming/1");
    private static final ObjectKey PUBLIC = new ObjectKey("public/1/a.png");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant END = NOW.plus(Duration.ofHours(1));
    private static final AwsCredentials LASTING = AwsBasicCredentials.create("AKID", "secret");
    private static final LinkTerms LINK = new LinkTerms(NOW, END, "image/png", null);

    @Test
    @DisplayName("D31, U6: leads to the public endpoint, while we use the internal one")
    void leadsToThePublicEndpoint() throws Exception {
        try (var server = S3ProxyServer.start()) {
            server.createBucket("photos");
            var outside = "http://localhost:" + server.endpoint().getPort();
            var settings = Settings.of("photos", "provider", "s3proxy", "public-endpoint", outside);
            var puts =
                    Settings.of(
                            "photos",
                            "provider",
                            "s3proxy",
                            "public-endpoint",
                            outside,
                            "method",
                            "put");
            try (var client = server.client()) {
                var store = store(client, settings);
                var ticket = store.ticket(terms());

                assertThat(ticket.url()).hasToString(outside + "/photos/");
                assertThat(new FormUpload(ticket).file("bytes").send().statusCode()).isEqualTo(204);
                var etag = store.find(KEY).orElseThrow().etag();
                store.delete(java.util.List.of(KEY));
                // a signature for another host would be refused
                var put = store(client, puts).ticket(terms());
                assertThat(put.url()).hasHost("localhost");
                assertThat(new PutUpload(put).body("bytes").send().statusCode()).isEqualTo(200);
                assertThat(store.find(KEY).orElseThrow().etag()).isEqualTo(etag);

                assertThat(store.link(KEY, LINK)).hasHost("localhost");
                assertThat(store.address(KEY)).hasToString(outside + "/photos/incoming/1");
                assertThat(part(store).url()).hasHost("localhost");
            }
        }
    }

    @Test
    @DisplayName("D31: has the bucket in its host where the provider wants it so")
    void hasTheBucketInItsHost() {
        var store = at(LASTING, "public-endpoint", "https://files.example.org");

        assertThat(store.address(KEY)).hasToString("https://photos.files.example.org/incoming/1");
    }

    @Test
    @DisplayName("D33, D34, U8: works no longer than temporary credentials do")
    void worksNoLongerThanTemporaryCredentialsDo() {
        var death = NOW.plus(Duration.ofMinutes(10));
        var latest = death.minus(Duration.ofMinutes(1));
        var forms = at(dyingAt(death));
        var puts = at(dyingAt(death), "method", "put");

        assertThat(forms.ticket(terms()).expiresAt()).isEqualTo(latest);
        assertThat(puts.ticket(terms()).expiresAt()).isEqualTo(latest);
        assertThat(puts.ticket(terms()).url())
                .hasParameter("X-Amz-Expires", "540")
                .hasParameter("X-Amz-Security-Token", "the token");
        assertThat(part(forms).expiresAt()).isEqualTo(latest);
        assertThat(forms.link(KEY, LINK)).hasParameter("X-Amz-Expires", "540");
        assertThat(at(dyingAt(END.plusSeconds(61))).ticket(terms()).expiresAt()).isEqualTo(END);
    }

    @Test
    @DisplayName("D34: is nothing when the credentials are about to end")
    void isNothingWhenTheCredentialsAreAboutToEnd() {
        var store = at(dyingAt(NOW.plusSeconds(30)));

        assertThatThrownBy(() -> store.ticket(terms()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.problem())
                                        .isInstanceOf(StorageUnavailable.class));
    }

    @Test
    void worksForAWeekAtMostWhenItIsAUrl() {
        var terms =
                new UploadTerms(
                        KEY,
                        "image/png",
                        5,
                        5,
                        Checksums.NONE,
                        Map.of(),
                        NOW,
                        NOW.plus(Duration.ofDays(30)));

        assertThat(at(LASTING, "method", "put").ticket(terms).expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    @DisplayName("D41, D67: is the CDN's address of a public object, beside the bucket's own")
    void isTheCdnsAddressOfAPublicObject() {
        var store = at(LASTING, "cdn-url", "https://cdn.example.org/files", "key-prefix", "app");

        assertThat(store.link(PUBLIC, LINK))
                .hasToString("https://cdn.example.org/files/app/public/1/a.png");
        assertThat(store.address(PUBLIC))
                .hasToString("https://photos.s3.example.org/app/public/1/a.png");
        assertThat(store.link(KEY, LINK)).hasHost("photos.s3.example.org");
        var download = new LinkTerms(NOW, END, "image/png", "attachment; filename=\"a.png\"");
        assertThat(store.link(PUBLIC, download))
                .hasHost("photos.s3.example.org")
                .hasParameter("response-content-disposition");
    }

    private static Ticket.Put part(ObjectStore store) {
        return store.multipart().ticket(new PartTerms(KEY, "id", 1, null, null, NOW, END));
    }

    private static UploadTerms terms() {
        return new UploadTerms(KEY, "image/png", 5, 5, Checksums.NONE, Map.of(), NOW, END);
    }

    private static AwsCredentials dyingAt(Instant time) {
        return AwsSessionCredentials.builder()
                .accessKeyId("ASIA")
                .secretAccessKey("secret")
                .sessionToken("the token")
                .expirationTime(time)
                .build();
    }

    private static ObjectStore at(AwsCredentials credentials, String... settings) {
        var read = Settings.of("photos", settings);
        try (var client = Clients.at(URI.create("https://s3.example.org"), read, credentials)) {
            return store(client, read);
        }
    }

    private static ObjectStore store(
            software.amazon.awssdk.services.s3.S3Client client, S3Settings settings) {
        return new S3ObjectStore(client, settings, Clock.systemUTC(), new Random(1));
    }
}
