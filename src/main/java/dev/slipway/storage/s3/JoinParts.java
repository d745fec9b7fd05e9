package dev.slipway.storage.s3;

import dev.slipway.storage.Completion;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.Part;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Begins objects that come in parts, and ends them: joined, or not at all.
final class JoinParts {

    private static final Set<String> REFUSALS =
            Set.of("InvalidPart", "InvalidPartOrder", "EntityTooSmall", "MalformedXML");

    private final Bucket bucket;
    private final AtRest atRest;

    JoinParts(Bucket bucket, AtRest atRest) {
        this.bucket = bucket;
        this.atRest = atRest;
    }

    String begin(ObjectKey key, ObjectHeaders headers) {
        return begin(key, headers, null);
    }

    /// With an algorithm every part has to come with its checksum.
    String begin(ObjectKey key, ObjectHeaders headers, @Nullable ChecksumAlgorithm algorithm) {
        var request =
                CreateMultipartUploadRequest.builder()
                        .bucket(bucket.name())
                        .key(bucket.nameOf(key))
                        .contentType(headers.contentType())
                        .cacheControl(atRest.cacheControl(key, headers))
                        .contentDisposition(headers.contentDisposition())
                        .metadata(ObjectMetadata.encoded(headers.metadata()))
                        .checksumAlgorithm(algorithm)
                        .overrideConfiguration(CallOptions.of(atRest.headers(key)))
                        .build();
        return Calls.make(
                        "the begin of the parts of " + key,
                        () -> bucket.client().createMultipartUpload(request))
                .uploadId();
    }

    /// S3 itself may answer [Completion.Done] again for a while, when asked again.
    Completion complete(ObjectKey key, String uploadId, Collection<Part> parts) {
        if (parts.isEmpty()) {
            return new Completion.Refused("There is not a single part.");
        }
        var completed = parts.stream().sorted(Comparator.comparingInt(Part::number)).toList();
        var request =
                CompleteMultipartUploadRequest.builder()
                        .bucket(bucket.name())
                        .key(bucket.nameOf(key))
                        .uploadId(uploadId)
                        .multipartUpload(
                                upload ->
                                        upload.parts(
                                                completed.stream()
                                                        .map(JoinParts::completed)
                                                        .toList()))
                        .overrideConfiguration(CallOptions.within(CallOptions.LONG))
                        .build();
        return Calls.make("the end of the parts of " + key, () -> complete(request));
    }

    /// Parts that are not there any more are no error.
    void abort(ObjectKey key, String uploadId) {
        Calls.make(
                "the removal of the parts of " + key,
                List.of(Calls.NOT_FOUND),
                () ->
                        bucket.client()
                                .abortMultipartUpload(
                                        abort ->
                                                abort.bucket(bucket.name())
                                                        .key(bucket.nameOf(key))
                                                        .uploadId(uploadId)));
    }

    private Completion complete(CompleteMultipartUploadRequest request) {
        try {
            bucket.client().completeMultipartUpload(request);
            return new Completion.Done();
        } catch (S3Exception e) {
            var code = Calls.code(e);
            // some servers look for the parts one by one when somebody else has just joined them
            if (code.equals("NoSuchUpload") || code.equals("NoSuchKey")) {
                return new Completion.NoSuchUpload();
            }
            if (REFUSALS.contains(code)) {
                return new Completion.Refused(
                        "The storage answers %s: %s".formatted(code, Calls.text(e)));
            }
            throw e;
        }
    }

    private static CompletedPart completed(Part part) {
        return CompletedPart.builder()
                .partNumber(part.number())
                .eTag(ETag.quoted(ETag.bare(part.etag())))
                .checksumSHA256(part.sha256())
                .build();
    }
}
