package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import dev.slipway.storage.UnfinishedUpload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// Lists what has arrived of objects that come in parts, all pages of it.
final class ListParts {

    private final Bucket bucket;
    private final int pageSize;

    ListParts(Bucket bucket, int pageSize) {
        this.bucket = bucket;
        this.pageSize = pageSize;
    }

    Optional<List<Part>> parts(ObjectKey key, String uploadId) {
        var parts = new ArrayList<Part>();
        Integer after = null;
        while (true) {
            var page = page(key, uploadId, after).orElse(null);
            if (page == null) {
                return Optional.empty();
            }
            page.parts().stream().map(ListParts::arrived).forEach(parts::add);
            if (!Boolean.TRUE.equals(page.isTruncated()) || page.parts().isEmpty()) {
                return Optional.of(List.copyOf(parts));
            }
            after = page.parts().getLast().partNumber();
        }
    }

    private static Part arrived(software.amazon.awssdk.services.s3.model.Part part) {
        return new Part(
                part.partNumber(), ETag.bare(part.eTag()), part.size(), part.checksumSHA256());
    }

    private Optional<ListPartsResponse> page(
            ObjectKey key, String uploadId, @Nullable Integer after) {
        return Calls.make(
                "LIST of the parts of " + key,
                List.of(Calls.NOT_FOUND),
                () ->
                        bucket.client()
                                .listParts(
                                        list ->
                                                list.bucket(bucket.name())
                                                        .key(bucket.nameOf(key))
                                                        .uploadId(uploadId)
                                                        .partNumberMarker(after)
                                                        .maxParts(pageSize)));
    }

    List<UnfinishedUpload> unfinished(String prefix) {
        var uploads = new ArrayList<UnfinishedUpload>();
        MultipartUpload after = null;
        while (true) {
            var page = page(prefix, after);
            page.uploads().stream().flatMap(this::ours).forEach(uploads::add);
            if (!Boolean.TRUE.equals(page.isTruncated()) || page.uploads().isEmpty()) {
                return List.copyOf(uploads);
            }
            after = page.uploads().getLast();
        }
    }

    private ListMultipartUploadsResponse page(String prefix, @Nullable MultipartUpload after) {
        return Calls.make(
                "LIST of the unfinished uploads of " + prefix,
                () ->
                        bucket.client()
                                .listMultipartUploads(
                                        list ->
                                                list.bucket(bucket.name())
                                                        .prefix(bucket.prefix() + prefix)
                                                        .keyMarker(
                                                                after == null ? null : after.key())
                                                        .uploadIdMarker(
                                                                after == null
                                                                        ? null
                                                                        : after.uploadId())
                                                        .maxUploads(pageSize)));
    }

    private Stream<UnfinishedUpload> ours(MultipartUpload upload) {
        return bucket
                .findKey(upload.key())
                .map(key -> new UnfinishedUpload(key, upload.uploadId(), upload.initiated()))
                .stream();
    }
}
