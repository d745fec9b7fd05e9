package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.presign.PostPolicy;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("D21: a ticket for S3")
class S3TicketTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.5Z");
    private static final UploadTerms TERMS =
            new UploadTerms(
                    new ObjectKey("incoming/0199"),
                    "image/png",
                    1,
                    1000,
                    Checksums.ofSha256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                    Map.of("title", "Übung 1+1"),
                    NOW,
                    NOW.plusSeconds(900));

    @Test
    void goesToTheBucketWithEveryFieldPinned() throws Exception {
        var form = form(AwsBasicCredentials.create("AKID", "secret"));

        assertThat(form.url()).hasToString("https://photos.s3.eu-central-1.amazonaws.com/");
        assertThat(form.expiresAt()).isEqualTo("2026-11-21T10:30:30Z");
        assertThat(form.fields())
                .containsEntry("key", "incoming/0199")
                .containsEntry("Content-Type", "image/png")
                .containsEntry("x-amz-checksum-sha256", TERMS.checksums().sha256())
                .containsEntry("x-amz-meta-title", "%C3%9Cbung%201%2B1")
                .containsEntry("x-amz-credential", "AKID/20261121/eu-central-1/s3/aws4_request")
                .doesNotContainKey("x-amz-security-token");
        assertThat(policy(form).expiration()).isEqualTo(form.expiresAt());
    }

    @Test
    @DisplayName("D33: names the token of temporary credentials as field and condition")
    void namesTheTokenOfTemporaryCredentials() throws Exception {
        var form = form(AwsSessionCredentials.create("ASIA", "secret", "the token"));

        assertThat(form.fields()).containsEntry("x-amz-security-token", "the token");
        assertThat(policy(form).toJson()).contains("{\"x-amz-security-token\":\"the token\"}");
    }

    private static PostPolicy policy(Ticket.Form form) throws Exception {
        var json = Base64.getDecoder().decode(form.fields().get("policy"));
        return PostPolicy.parse(new String(json, StandardCharsets.UTF_8));
    }

    private static Ticket.Form form(AwsCredentials credentials) {
        try (var client =
                S3Client.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(StaticCredentialsProvider.create(credentials))
                        .build()) {
            return (Ticket.Form)
                    new S3ObjectStore(
                                    client, Settings.of("photos"), Clock.systemUTC(), new Random(1))
                            .ticket(TERMS);
        }
    }
}
