package dev.slipway.storage.s3;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Brings objects: from a file, or from another key.
final class WriteObjects {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    /// S3 copies up to 5 GB in one call, and sends white space while it does.
    private static final Duration COPY = Duration.ofMinutes(5);

    private static final Duration WRITE = Duration.ofSeconds(30);
    private static final long SLOWEST_BYTES_PER_SECOND = 1 << 20;

    private final S3Client client;
    private final String bucket;
    private final Clock clock;

    WriteObjects(S3Client client, String bucket, Clock clock) {
        this.client = client;
        this.bucket = bucket;
        this.clock = clock;
    }

    StoredObject write(ObjectKey key, Path source, ObjectHeaders headers) {
        var size = size(source);
        var request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key.value())
                        .contentType(headers.contentType())
                        .cacheControl(headers.cacheControl())
                        .contentDisposition(headers.contentDisposition())
                        .metadata(ObjectMetadata.encoded(headers.metadata()))
                        .overrideConfiguration(
                                within(WRITE.plusSeconds(size / SLOWEST_BYTES_PER_SECOND)))
                        .build();
        var written =
                Calls.make(
                        "PUT " + key,
                        () -> client.putObject(request, RequestBody.fromFile(source)));
        // S3 does not tell the time that it will show; ours is near enough
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new StoredObject(
                key, ETag.bare(written.eTag()), size, headers.contentType(), now, Checksums.NONE);
    }

    Promotion promote(ObjectKey from, String etag, ObjectKey to, ObjectHeaders headers) {
        var request =
                CopyObjectRequest.builder()
                        .sourceBucket(bucket)
                        .sourceKey(from.value())
                        .copySourceIfMatch(ETag.quoted(etag))
                        .destinationBucket(bucket)
                        .destinationKey(to.value())
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(headers.contentType())
                        .cacheControl(headers.cacheControl())
                        .contentDisposition(headers.contentDisposition())
                        .metadata(ObjectMetadata.encoded(headers.metadata()))
                        .overrideConfiguration(within(COPY))
                        .build();
        return Calls.make(
                        "COPY " + from + " to " + to,
                        List.of(NOT_FOUND, PRECONDITION_FAILED),
                        () -> client.copyObject(request))
                .<Promotion>map(copied -> new Promotion.Done())
                .orElseGet(Promotion.Swapped::new);
    }

    private static AwsRequestOverrideConfiguration within(Duration time) {
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(time)
                .apiCallAttemptTimeout(time)
                .build();
    }

    private static long size(Path source) {
        try {
            return Files.size(source);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }
}
