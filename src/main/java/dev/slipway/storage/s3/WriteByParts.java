package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// Brings a file that is too large for one call.
final class WriteByParts {

    private static final String BYTES = "application/octet-stream";

    private final Bucket bucket;
    private final BringByParts byParts;

    WriteByParts(Bucket bucket, JoinParts joining, long partSize) {
        this.bucket = bucket;
        this.byParts = new BringByParts(joining, partSize);
    }

    /// Answers the ETag of what is there then.
    String write(ObjectKey key, Path source, long size, ObjectHeaders headers) {
        byParts.bring(size, key, headers, piece -> write(source, piece));
        return Calls.make(
                "HEAD " + key,
                () ->
                        ETag.bare(
                                bucket.client()
                                        .headObject(
                                                head ->
                                                        head.bucket(bucket.name())
                                                                .key(bucket.nameOf(key)))
                                        .eTag()));
    }

    private Optional<String> write(Path source, BringByParts.Piece piece) {
        var request =
                UploadPartRequest.builder()
                        .bucket(bucket.name())
                        .key(bucket.nameOf(piece.to()))
                        .uploadId(piece.uploadId())
                        .partNumber(piece.number())
                        .contentLength(piece.length())
                        .overrideConfiguration(
                                CallOptions.within(CallOptions.toWrite(piece.length())))
                        .build();
        var body =
                RequestBody.fromContentProvider(
                        () -> FileRange.open(source, piece.offset(), piece.length()),
                        piece.length(),
                        BYTES);
        var written =
                Calls.make(
                        "PUT of part %d of %s".formatted(piece.number(), piece.to()),
                        () -> bucket.client().uploadPart(request, body));
        return Optional.of(ETag.bare(written.eTag()));
    }
}
