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

/// Brings an object that is too large for one call, a few parts at a time. Whatever goes wrong,
/// no parts stay behind.
final class BringByParts {

    private static final int AT_ONCE = 4;

    /// One part: the bytes from `offset`, `length` of them.
    record Piece(ObjectKey to, String uploadId, int number, long offset, long length) {}

    /// How one part comes.
    @FunctionalInterface
    interface BringPiece {

        /// Its ETag, or empty when what was to be brought is not there (any more).
        Optional<String> bring(Piece piece);
    }

    private final JoinParts joining;
    private final long partSize;

    BringByParts(JoinParts joining, long partSize) {
        this.joining = joining;
        this.partSize = partSize;
    }

    /// False when one of the parts did not come.
    boolean bring(long size, ObjectKey to, ObjectHeaders headers, BringPiece way) {
        var uploadId = joining.begin(to, headers);
        try {
            var parts = bringAll(pieces(size, to, uploadId), way);
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

    private List<Piece> pieces(long size, ObjectKey to, String uploadId) {
        return LongStream.range(0, (size + partSize - 1) / partSize)
                .mapToObj(
                        index ->
                                new Piece(
                                        to,
                                        uploadId,
                                        (int) index + 1,
                                        index * partSize,
                                        Math.min(partSize, size - index * partSize)))
                .toList();
    }

    private static Optional<List<Part>> bringAll(List<Piece> pieces, BringPiece way) {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            try {
                var running =
                        pieces.stream().map(piece -> pool.submit(() -> part(piece, way))).toList();
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
                    : new IllegalStateException("a part ended otherwise than it can", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Calls.unavailable("an object in parts", e);
        }
    }

    private static Optional<Part> part(Piece piece, BringPiece way) {
        return way.bring(piece).map(etag -> new Part(piece.number(), etag, piece.length()));
    }

    private void join(ObjectKey to, String uploadId, List<Part> parts) {
        switch (joining.complete(to, uploadId, parts)) {
            case Completion.Done() -> {
                // there it is
            }
            case Completion.NoSuchUpload() ->
                    throw Calls.unavailable(
                            "the parts of " + to,
                            new IllegalStateException("somebody else has ended it"));
            case Completion.Refused(var reason) ->
                    throw new IllegalStateException(
                            "S3 does not join the parts of %s: %s".formatted(to, reason));
        }
    }
}
