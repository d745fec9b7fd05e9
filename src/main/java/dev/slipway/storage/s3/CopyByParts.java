package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/// Copies an object that is too large for one call.
final class CopyByParts {

    private final Bucket bucket;
    private final BringByParts byParts;

    CopyByParts(Bucket bucket, JoinParts joining, long partSize) {
        this.bucket = bucket;
        this.byParts = new BringByParts(joining, partSize);
    }

    /// False when the source is not there (any more) as it was.
    boolean copy(CopySource source, long size, ObjectKey to, ObjectHeaders headers) {
        return byParts.bring(size, to, headers, piece -> copy(source, piece));
    }

    private Optional<String> copy(CopySource source, BringByParts.Piece piece) {
        var range = "bytes=%d-%d".formatted(piece.offset(), piece.offset() + piece.length() - 1);
        var request =
                UploadPartCopyRequest.builder()
                        .sourceBucket(bucket.name())
                        .sourceKey(bucket.nameOf(source.key()))
                        .copySourceIfMatch(source.condition())
                        .copySourceRange(range)
                        .destinationBucket(bucket.name())
                        .destinationKey(bucket.nameOf(piece.to()))
                        .uploadId(piece.uploadId())
                        .partNumber(piece.number())
                        .overrideConfiguration(CallOptions.within(CallOptions.LONG))
                        .build();
        return Calls.make(
                        "COPY %s of %s to %s".formatted(range, source.key(), piece.to()),
                        Calls.GONE_OR_CHANGED,
                        () -> bucket.client().uploadPartCopy(request))
                .map(copied -> ETag.bare(copied.copyPartResult().eTag()));
    }
}
