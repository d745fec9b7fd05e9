package dev.slipway.storage.s3;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.StoredObject;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists objects, page by page. Objects of others in the same bucket, whose names are no keys
/// of ours, are left out.
final class ListObjects {

    /// S3 lists no types.
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final int pageSize;

    ListObjects(S3Client client, String bucket, int pageSize) {
        this.client = client;
        this.bucket = bucket;
        this.pageSize = pageSize;
    }

    ObjectPage list(String prefix, @Nullable ObjectKey after) {
        var start = after == null ? null : after.value();
        while (true) {
            var answer = ask(prefix, start);
            var page = page(answer);
            if (!page.objects().isEmpty() || !page.more()) {
                return page;
            }
            start = answer.contents().getLast().key();
        }
    }

    private ListObjectsV2Response ask(String prefix, @Nullable String after) {
        return Calls.make(
                "LIST " + prefix,
                () ->
                        client.listObjectsV2(
                                list ->
                                        list.bucket(bucket)
                                                .prefix(prefix)
                                                .startAfter(after)
                                                .maxKeys(pageSize)));
    }

    private static ObjectPage page(ListObjectsV2Response answer) {
        var objects =
                answer.contents().stream()
                        .filter(object -> ObjectKey.isValid(object.key()))
                        .map(ListObjects::stored)
                        .toList();
        return new ObjectPage(objects, answer.isTruncated());
    }

    private static StoredObject stored(S3Object object) {
        return new StoredObject(
                new ObjectKey(object.key()),
                ETag.bare(object.eTag()),
                object.size(),
                UNKNOWN_TYPE,
                object.lastModified(),
                Checksums.NONE);
    }
}
