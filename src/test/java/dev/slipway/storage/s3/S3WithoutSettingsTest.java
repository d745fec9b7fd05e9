package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("S3 storage without its settings")
class S3WithoutSettingsTest {

    private static final AwsRegionProvider REGION = () -> Region.EU_CENTRAL_1;
    private static final AwsCredentialsProvider CREDENTIALS =
            () -> AwsBasicCredentials.create("AKID", "secret");

    @Test
    void startsWhenItHasThemAll() {
        assertThat(storage("photos", REGION, CREDENTIALS).open().name()).isEqualTo("s3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void asksForTheBucket(String bucket) {
        assertThatThrownBy(storage(bucket, REGION, CREDENTIALS)::open)
                .isInstanceOf(MissingS3Setting.class)
                .hasMessage(
                        "slipway.storage is s3, but no bucket is named: set slipway.s3.bucket.");
    }

    @Test
    void asksForTheRegion() {
        AwsRegionProvider none =
                () -> {
                    throw SdkClientException.create("no region in any of the places");
                };

        assertThatThrownBy(storage("photos", none, CREDENTIALS)::open)
                .isInstanceOf(MissingS3Setting.class)
                .hasMessage(
                        "slipway.storage is s3, but no region is known:"
                                + " set quarkus.s3.aws.region (or AWS_REGION).");
    }

    @Test
    void asksForTheCredentials() {
        AwsCredentialsProvider none =
                () -> {
                    throw SdkClientException.create("no credentials in any of the places");
                };

        assertThatThrownBy(storage("photos", REGION, none)::open)
                .isInstanceOf(MissingS3Setting.class)
                .hasMessageStartingWith("slipway.storage is s3, but there are no credentials: set")
                .hasMessageContaining("quarkus.s3.aws.credentials.type")
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasRootCauseMessage("no credentials in any of the places");
    }

    @Test
    void makesNoClientBeforeItsBucketIsKnown() {
        var storage =
                new S3Storage(
                        () -> {
                            throw new AssertionError("no client is wanted");
                        },
                        Settings.reading(""),
                        Clock.systemUTC(),
                        new Random(1));

        assertThatThrownBy(storage::open).isInstanceOf(MissingS3Setting.class);
    }

    private static S3Storage storage(
            String bucket, AwsRegionProvider region, AwsCredentialsProvider credentials) {
        return new S3Storage(
                () ->
                        S3Clients.make(
                                S3Client.builder().credentialsProvider(credentials), false, region),
                Settings.reading(bucket),
                Clock.systemUTC(),
                new Random(1));
    }
}
