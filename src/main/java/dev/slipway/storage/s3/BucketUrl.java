package dev.slipway.storage.s3;

import java.net.URI;
import software.amazon.awssdk.services.s3.S3Client;

/// Where a bucket is reached: `https://bucket.s3.eu-central-1.amazonaws.com/`, or
/// `https://host/bucket/` with path style, as the rules of the SDK say for the client's region
/// and endpoint. Always ends with a slash.
final class BucketUrl {

    private BucketUrl() {}

    static URI of(S3Client client, String bucket) {
        // the rules want a key; it is the last segment
        var object = client.utilities().getUrl(url -> url.bucket(bucket).key("key"));
        return URI.create(object.toString()).resolve(".");
    }
}
