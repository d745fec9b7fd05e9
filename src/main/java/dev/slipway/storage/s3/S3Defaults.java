package dev.slipway.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/// What every client needs beside its settings: it must work with the many servers that speak
/// S3 as it was before the checksum headers of 2024, and it must not wait for ever.
final class S3Defaults {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private S3Defaults() {}

    /// Time-outs that are set (`quarkus.s3.api-call-timeout`,
    /// `quarkus.s3.api-call-attempt-timeout`) stay.
    static S3ClientBuilder apply(S3ClientBuilder builder, boolean pathStyle) {
        var settings = builder.overrideConfiguration();
        return builder.addPlugin(client -> set(client, pathStyle))
                // where a checksum is required, also the one that every server knows
                .addPlugin(LegacyMd5Plugin.create())
                .overrideConfiguration(
                        settings.toBuilder()
                                .addExecutionInterceptor(new PlainBodies())
                                .addExecutionInterceptor(new WholeHeaders())
                                .apiCallTimeout(settings.apiCallTimeout().orElse(CALL))
                                .apiCallAttemptTimeout(
                                        settings.apiCallAttemptTimeout().orElse(ATTEMPT))
                                .build());
    }

    /// A plugin, because the builder refuses these beside `quarkus.s3.checksum-validation` and
    /// `quarkus.s3.path-style-access`, which are always set.
    private static void set(SdkServiceClientConfiguration.Builder client, boolean pathStyle) {
        if (client instanceof S3ServiceClientConfiguration.Builder s3) {
            s3.endpointProvider(endpoints(pathStyle));
            s3.authSchemeProvider(PlainBodies.withoutFrames());
            s3.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
            s3.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
    }

    private static S3EndpointProvider endpoints(boolean pathStyle) {
        var rules = S3EndpointProvider.defaultProvider();
        return params ->
                rules.resolveEndpoint(params.toBuilder().forcePathStyle(pathStyle).build());
    }
}
