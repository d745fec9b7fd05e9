package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Removes objects, as many in one call as S3 takes. Repeating it does no harm.
final class DeleteObjects {

    private static final int BATCH = 1000;

    private final S3Client client;
    private final String bucket;

    DeleteObjects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void delete(Collection<ObjectKey> keys) {
        var all = List.copyOf(keys);
        for (var from = 0; from < all.size(); from += BATCH) {
            deleteBatch(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private void deleteBatch(List<ObjectKey> keys) {
        var what = "DELETE of " + keys.size() + " objects, the first " + keys.getFirst();
        var ids =
                keys.stream()
                        .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                        .toList();
        var answer =
                Calls.make(
                        what,
                        () ->
                                client.deleteObjects(
                                        delete ->
                                                delete.bucket(bucket)
                                                        .delete(d -> d.objects(ids).quiet(true))));
        answer.errors().stream()
                .filter(error -> !error.code().equals("NoSuchKey"))
                .findFirst()
                .ifPresent(
                        error -> {
                            throw failure(error);
                        });
    }

    private static RuntimeException failure(S3Error error) {
        var answer =
                new IllegalStateException(
                        "S3 answers %s to DELETE %s: %s"
                                .formatted(error.code(), error.key(), error.message()));
        return Calls.isTrouble(error.code())
                ? Calls.unavailable("DELETE " + error.key(), answer)
                : answer;
    }
}
