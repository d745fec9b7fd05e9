package dev.slipway.storage.s3;

import dev.slipway.storage.LinkTerms;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Presigned GETs (SigV4 in the query). The presigner of the SDK signs with the present time;
/// here the terms say when, so that equal terms and credentials give the same address.
final class SignLink {

    /// The longest that SigV4 allows.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String region;

    SignLink(String region) {
        this.region = region;
    }

    URI sign(URI address, LinkTerms terms, AwsCredentialsIdentity credentials) {
        var duration = Duration.between(terms.signedAt(), terms.expiresAt());
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("S3 signs for 7 days at most, not for " + duration);
        }
        var clock = Clock.fixed(terms.signedAt(), ZoneOffset.UTC);
        return signer.sign(
                        sign ->
                                sign.identity(credentials)
                                        .request(request(address, terms))
                                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, duration)
                                        .putProperty(
                                                AwsV4HttpSigner.AUTH_LOCATION,
                                                AuthLocation.QUERY_STRING)
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                        .putProperty(
                                                AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
                .request()
                .getUri();
    }

    private static SdkHttpRequest request(URI address, LinkTerms terms) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(address)
                        .putRawQueryParameter("response-content-type", terms.contentType());
        if (terms.disposition() != null) {
            request.putRawQueryParameter("response-content-disposition", terms.disposition());
        }
        return request.build();
    }
}
