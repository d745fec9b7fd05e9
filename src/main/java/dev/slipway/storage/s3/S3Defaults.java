package dev.slipway.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;

/// What every client needs beside its settings: it must work with the many servers that speak
/// S3 as it was before the checksum headers of 2024, and it must not wait for ever.
final class S3Defaults {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private S3Defaults() {}

    /// Time-outs that are set (`quarkus.s3.api-call-timeout`,
    /// `quarkus.s3.api-call-attempt-timeout`) stay.
    static S3ClientBuilder apply(S3ClientBuilder builder) {
        var settings = builder.overrideConfiguration();
        return builder.addPlugin(S3Defaults::checksumsWhenRequired)
                // where a checksum is required, also the one that every server knows
                .addPlugin(LegacyMd5Plugin.create())
                .overrideConfiguration(
                        settings.toBuilder()
                                .addExecutionInterceptor(new NoExpectContinue())
                                .addExecutionInterceptor(new WholeHeaders())
                                .apiCallTimeout(settings.apiCallTimeout().orElse(CALL))
                                .apiCallAttemptTimeout(
                                        settings.apiCallAttemptTimeout().orElse(ATTEMPT))
                                .build());
    }

    /// A plugin, because the builder refuses it beside `quarkus.s3.checksum-validation`, which
    /// is always set.
    private static void checksumsWhenRequired(SdkServiceClientConfiguration.Builder client) {
        if (client instanceof S3ServiceClientConfiguration.Builder s3) {
            s3.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
            s3.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
    }
}
