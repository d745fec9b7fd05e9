package dev.slipway.storage.s3;

import dev.slipway.storage.Completion;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/// Copies an object that is too large for one call, a few parts at a time. Whatever goes wrong,
/// no parts stay behind.
final class CopyByParts {

    private static final int AT_ONCE = 4;

    /// One part of a copy: the bytes from `offset`, `length` of them.
    private record Piece(
            CopySource source,
            ObjectKey to,
            String uploadId,
            int number,
            long offset,
            long length) {

        String range() {
            return "bytes=%d-%d".formatted(offset, offset + length - 1);
        }
    }

    private final Bucket bucket;
    private final JoinParts joining;
    private final long partSize;

    CopyByParts(Bucket bucket, JoinParts joining, long partSize) {
        this.bucket = bucket;
        this.joining = joining;
        this.partSize = partSize;
    }

    /// False when the source is not there (any more) as it was.
    boolean copy(CopySource source, long size, ObjectKey to, ObjectHeaders headers) {
        var uploadId = joining.begin(to, headers);
        try {
            var parts = copyAll(pieces(source, size, to, uploadId));
            if (parts.isPresent()) {
                join(to, uploadId, parts.get());
                return true;
            }
        } catch (RuntimeException failure) {
            abort(to, uploadId, failure);
            throw failure;
        }
        joining.abort(to, uploadId);
        return false;
    }

    private void abort(ObjectKey to, String uploadId, RuntimeException failure) {
        try {
            joining.abort(to, uploadId);
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private List<Piece> pieces(CopySource source, long size, ObjectKey to, String uploadId) {
        return LongStream.range(0, (size + partSize - 1) / partSize)
                .mapToObj(
                        index ->
                                new Piece(
                                        source,
                                        to,
                                        uploadId,
                                        (int) index + 1,
                                        index * partSize,
                                        Math.min(partSize, size - index * partSize)))
                .toList();
    }

    private Optional<List<Part>> copyAll(List<Piece> pieces) {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            try {
                var running = pieces.stream().map(piece -> pool.submit(() -> copy(piece))).toList();
                return results(running);
            } finally {
                // what has not begun yet is not wanted any more
                pool.shutdownNow();
            }
        }
    }

    private static Optional<List<Part>> results(List<Future<Optional<Part>>> running) {
        var parts = new ArrayList<Part>();
        for (var result : running) {
            var part = result(result);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private static Optional<Part> result(Future<Optional<Part>> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a copy ended otherwise than it can", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Calls.unavailable("COPY by parts", e);
        }
    }

    private Optional<Part> copy(Piece piece) {
        var request =
                UploadPartCopyRequest.builder()
                        .sourceBucket(bucket.name())
                        .sourceKey(bucket.nameOf(piece.source().key()))
                        .copySourceIfMatch(piece.source().condition())
                        .copySourceRange(piece.range())
                        .destinationBucket(bucket.name())
                        .destinationKey(bucket.nameOf(piece.to()))
                        .uploadId(piece.uploadId())
                        .partNumber(piece.number())
                        .overrideConfiguration(CallOptions.within(CallOptions.LONG))
                        .build();
        return Calls.make(
                        "COPY %s of %s to %s"
                                .formatted(piece.range(), piece.source().key(), piece.to()),
                        Calls.GONE_OR_CHANGED,
                        () -> bucket.client().uploadPartCopy(request))
                .map(
                        copied ->
                                new Part(
                                        piece.number(),
                                        ETag.bare(copied.copyPartResult().eTag()),
                                        piece.length()));
    }

    private void join(ObjectKey to, String uploadId, List<Part> parts) {
        switch (joining.complete(to, uploadId, parts)) {
            case Completion.Done() -> {
                // there it is
            }
            case Completion.NoSuchUpload() ->
                    throw Calls.unavailable(
                            "COPY to " + to,
                            new IllegalStateException("somebody else has ended it"));
            case Completion.Refused(var reason) ->
                    throw new IllegalStateException(
                            "S3 does not join the parts of %s: %s".formatted(to, reason));
        }
    }
}
