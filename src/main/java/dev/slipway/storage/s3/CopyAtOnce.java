package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/// Copies an object in one call.
final class CopyAtOnce {

    private final Bucket bucket;
    private final AtRest atRest;

    CopyAtOnce(Bucket bucket, AtRest atRest) {
        this.bucket = bucket;
        this.atRest = atRest;
    }

    /// False when the source is not there (any more) as it was.
    boolean copy(CopySource source, ObjectKey to, ObjectHeaders headers) {
        var request =
                CopyObjectRequest.builder()
                        .sourceBucket(bucket.name())
                        .sourceKey(bucket.nameOf(source.key()))
                        .copySourceIfMatch(source.condition())
                        .destinationBucket(bucket.name())
                        .destinationKey(bucket.nameOf(to))
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(headers.contentType())
                        .cacheControl(atRest.cacheControl(to, headers))
                        .contentDisposition(headers.contentDisposition())
                        .metadata(ObjectMetadata.encoded(headers.metadata()))
                        .overrideConfiguration(
                                CallOptions.within(CallOptions.LONG, atRest.headers(to)))
                        .build();
        return Calls.make(
                        "COPY " + source.key() + " to " + to,
                        Calls.GONE_OR_CHANGED,
                        () -> bucket.client().copyObject(request))
                .isPresent();
    }
}
