package dev.slipway.storage.s3;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Brings objects from files.
final class WriteObjects {

    private final Bucket bucket;
    private final AtRest atRest;
    private final WriteByParts byParts;
    private final CallSizes sizes;
    private final Clock clock;

    WriteObjects(Bucket bucket, AtRest atRest, CallSizes sizes, Clock clock) {
        this.bucket = bucket;
        this.atRest = atRest;
        this.byParts = new WriteByParts(bucket, new JoinParts(bucket, atRest), sizes.part());
        this.sizes = sizes;
        this.clock = clock;
    }

    StoredObject write(ObjectKey key, Path source, ObjectHeaders headers) {
        var size = size(source);
        var etag =
                size > sizes.largestAtOnce()
                        ? byParts.write(key, source, size, headers)
                        : put(key, source, size, headers);
        // S3 does not tell the time that it will show; ours is near enough
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new StoredObject(key, etag, size, headers.contentType(), now, Checksums.NONE);
    }

    private String put(ObjectKey key, Path source, long size, ObjectHeaders headers) {
        var request =
                PutObjectRequest.builder()
                        .bucket(bucket.name())
                        .key(bucket.nameOf(key))
                        .contentType(headers.contentType())
                        .cacheControl(atRest.cacheControl(key, headers))
                        .contentDisposition(headers.contentDisposition())
                        .metadata(ObjectMetadata.encoded(headers.metadata()))
                        .overrideConfiguration(
                                CallOptions.within(CallOptions.toWrite(size), atRest.headers(key)))
                        .build();
        var written =
                Calls.make(
                        "PUT " + key,
                        () -> bucket.client().putObject(request, RequestBody.fromFile(source)));
        return ETag.bare(written.eTag());
    }

    private static long size(Path source) {
        try {
            return Files.size(source);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }
}
