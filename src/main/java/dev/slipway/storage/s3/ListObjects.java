package dev.slipway.storage.s3;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.StoredObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists objects, page by page. Objects of others in the same bucket, whose names are no keys
/// of ours, are left out.
final class ListObjects {

    /// S3 lists no types.
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Bucket bucket;
    private final ReadObjects reading;
    private final int pageSize;

    ListObjects(Bucket bucket, ReadObjects reading, int pageSize) {
        this.bucket = bucket;
        this.reading = reading;
        this.pageSize = pageSize;
    }

    ObjectPage list(String prefix, @Nullable ObjectKey after) {
        var start = after == null ? null : bucket.nameOf(after);
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
                        bucket.client()
                                .listObjectsV2(
                                        list ->
                                                list.bucket(bucket.name())
                                                        .prefix(bucket.prefix() + prefix)
                                                        .startAfter(after)
                                                        .maxKeys(pageSize)));
    }

    private ObjectPage page(ListObjectsV2Response answer) {
        var objects =
                answer.contents().stream().flatMap(object -> stored(object).stream()).toList();
        return new ObjectPage(objects, Boolean.TRUE.equals(answer.isTruncated()));
    }

    private Optional<StoredObject> stored(S3Object object) {
        var key = bucket.findKey(object.key());
        // some servers list an object that is just going, without its ETag
        return object.eTag() == null
                ? key.flatMap(reading::find)
                : key.map(known -> stored(known, object));
    }

    private static StoredObject stored(ObjectKey key, S3Object object) {
        return new StoredObject(
                key,
                ETag.bare(object.eTag()),
                object.size(),
                UNKNOWN_TYPE,
                object.lastModified(),
                Checksums.NONE);
    }
}
