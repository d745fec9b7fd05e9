package dev.slipway.storage.s3;

import java.net.URI;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/// Where strangers reach a bucket: `https://bucket.s3.eu-central-1.amazonaws.com/`, or
/// `https://host/bucket/` with path style, as the rules of the SDK say for the region and the
/// endpoint. Always ends with a slash.
final class BucketUrl {

    private BucketUrl() {}

    static URI of(Bucket bucket, S3Settings settings) {
        var configuration = bucket.client().serviceClientConfiguration();
        var endpoint = settings.publicEndpoint().or(configuration::endpointOverride);
        try {
            var url =
                    S3EndpointProvider.defaultProvider()
                            .resolveEndpoint(
                                    rules -> {
                                        rules.region(configuration.region())
                                                .bucket(bucket.name())
                                                .forcePathStyle(settings.provider().pathStyle());
                                        endpoint.map(URI::toString).ifPresent(rules::endpoint);
                                    })
                            .join()
                            .url()
                            .toString();
            return URI.create(url.endsWith("/") ? url : url + "/");
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "slipway.s3.bucket is '%s', which has no address".formatted(bucket.name()), e);
        }
    }
}
