package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D32, U3-U5: a provider's preset")
class ProviderPresetTest {

    private static final String SUM = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final UploadTerms TERMS =
            new UploadTerms(
                    new ObjectKey("incoming/0199"),
                    "image/png",
                    5,
                    5,
                    new Checksums(SUM, MD5, null),
                    Map.of("title", "Übung"),
                    NOW,
                    NOW.plusSeconds(900));

    @ParameterizedTest
    @CsvSource({
        "aws,     https://photos.s3.example.org/,  true",
        "minio,   https://s3.example.org/photos/,  true",
        "ceph,    https://s3.example.org/photos/,  true",
        "s3proxy, https://s3.example.org/photos/,  true",
        "custom,  https://photos.s3.example.org/,  true"
    })
    @DisplayName("D21: permits a POST where the provider takes forms")
    void permitsAPostWhereTheProviderTakesForms(String name, String url, boolean checksums) {
        var form = (Ticket.Form) ticket("provider", name);

        assertThat(form.url()).hasToString(url);
        assertThat(form.fields())
                .containsEntry("key", "incoming/0199")
                .containsEntry("Content-Type", "image/png")
                .containsEntry("x-amz-meta-title", "%C3%9Cbung")
                .doesNotContainKeys("acl", "x-amz-server-side-encryption", "If-None-Match");
        assertThat(form.fields().containsKey("x-amz-checksum-sha256")).isEqualTo(checksums);
    }

    @ParameterizedTest
    @CsvSource({"r2, true", "b2, false", "gcs, false"})
    @DisplayName("D20, D22: permits a PUT where the provider takes no forms")
    void permitsAPutWhereTheProviderTakesNoForms(String name, boolean once) {
        var put = (Ticket.Put) ticket("provider", name);

        assertThat(put.url())
                .hasScheme("https")
                .hasHost("s3.example.org")
                .hasPath("/photos/incoming/0199");
        assertThat(put.url()).hasParameter("X-Amz-Expires", "900");
        assertThat(signedHeaders(put))
                .contains("content-length;content-md5;content-type;host")
                .contains("x-amz-meta-title")
                .doesNotContain("checksum", "accept");
        assertThat(put.headers())
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Content-MD5", MD5)
                .containsEntry("x-amz-meta-title", "%C3%9Cbung");
        assertThat(put.headers().containsKey("If-None-Match")).isEqualTo(once);
        assertThat(signedHeaders(put).contains("if-none-match")).isEqualTo(once);
    }

    @Test
    void yieldsToWhatIsSetExplicitly() {
        var put =
                (Ticket.Put)
                        ticket(
                                "provider", "aws",
                                "method", "put",
                                "path-style", "true",
                                "conditional-put", "false");

        assertThat(put.url()).hasPath("/photos/incoming/0199");
        assertThat(put.headers())
                .containsEntry("x-amz-checksum-sha256", SUM)
                .doesNotContainKey("If-None-Match");
        assertThat(signedHeaders(put)).contains("x-amz-checksum-sha256");

        var form = (Ticket.Form) ticket("provider", "r2", "method", "post", "checksums", "false");
        assertThat(form.fields().keySet()).noneMatch(field -> field.contains("checksum"));
    }

    @Test
    void signsACrc32cWhereThereIsNoSha256() {
        var terms =
                new UploadTerms(
                        TERMS.key(),
                        "image/png",
                        5,
                        5,
                        new Checksums(null, null, "AAAAAA=="),
                        Map.of(),
                        NOW,
                        NOW.plusSeconds(900));

        var put = (Ticket.Put) store("method", "put").ticket(terms);

        assertThat(put.headers())
                .containsEntry("x-amz-checksum-crc32c", "AAAAAA==")
                .doesNotContainKeys("x-amz-checksum-sha256", "Content-MD5");
    }

    @Test
    void isAmazonsUnlessAnotherEndpointIsSet() {
        var config = Settings.config(Map.of("slipway.s3.bucket", "photos"));

        assertThat(new ReadS3Settings(config, false, false).provider())
                .isEqualTo(ProviderPreset.of("aws"));
        assertThat(new ReadS3Settings(config, true, false).provider())
                .isEqualTo(ProviderPreset.of("custom"));
        assertThat(new ReadS3Settings(config, true, true).provider().pathStyle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "R2", "aws,r2"})
    void refusesToBeAnyOther(String name) {
        assertThatThrownBy(() -> Settings.of("photos", "provider", name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "slipway.s3.provider is '"
                                + name
                                + "', but can be aws, b2, ceph, custom, gcs, minio, r2, s3proxy"
                                + " only");
    }

    @ParameterizedTest
    @CsvSource({
        "method, GET",
        "acl, public-read-write",
        "server-side-encryption, rot13",
        "kms-key-id, alias/key",
        "storage-class, GLACIER",
        "key-prefix, Team A",
        "public-endpoint, s3.example.org",
        "cdn-url, https://cdn.example.org/?x"
    })
    void comesWithSettingsThatAreRefusedInOneSentence(String setting, String value) {
        assertThatThrownBy(() -> Settings.of("photos", setting, value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("slipway.s3." + setting + " is '" + value + "', but ");
    }

    private static String signedHeaders(Ticket.Put put) {
        return put.url().getQuery().replaceFirst(".*X-Amz-SignedHeaders=([^&]*).*", "$1");
    }

    private static Ticket ticket(String... settings) {
        return store(settings).ticket(TERMS);
    }

    private static S3ObjectStore store(String... settings) {
        var read = Settings.of("photos", settings);
        try (var client = Clients.at("https://s3.example.org", read)) {
            return new S3ObjectStore(client, read, Clock.systemUTC(), new Random(1));
        }
    }
}
