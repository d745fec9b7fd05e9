package dev.slipway.storage.s3;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Looks at objects and reads them.
final class ReadObjects {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final String bucket;

    ReadObjects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    Optional<StoredObject> find(ObjectKey key) {
        return Calls.make(
                        "HEAD " + key,
                        List.of(NOT_FOUND),
                        () ->
                                client.headObject(
                                        head ->
                                                head.bucket(bucket)
                                                        .key(key.value())
                                                        .checksumMode(ChecksumMode.ENABLED)))
                .map(
                        head ->
                                new StoredObject(
                                        key,
                                        ETag.bare(head.eTag()),
                                        head.contentLength(),
                                        head.contentType(),
                                        head.lastModified(),
                                        verified(head)));
    }

    /// The composite checksum of an object that came in parts sums up their checksums: it says
    /// nothing about all the bytes.
    private static Checksums verified(HeadObjectResponse head) {
        return head.checksumType() == ChecksumType.COMPOSITE
                ? Checksums.NONE
                : new Checksums(
                        ofAllBytes(head.checksumSHA256()), null, ofAllBytes(head.checksumCRC32C()));
    }

    /// Older servers name no type, but number the parts: `…=-3`.
    private static @Nullable String ofAllBytes(@Nullable String checksum) {
        return checksum == null || checksum.contains("-") ? null : checksum;
    }

    /// An object that ends before the range is there, but has no bytes to give.
    Optional<InputStream> open(ObjectKey key, String etag, ByteRange range) {
        return get(key, request -> request.ifMatch(ETag.quoted(etag)).range(header(range)));
    }

    boolean copyTo(ObjectKey key, Path target) {
        var object = get(key, request -> {});
        object.ifPresent(bytes -> save(bytes, target));
        return object.isPresent();
    }

    private Optional<InputStream> get(ObjectKey key, Consumer<GetObjectRequest.Builder> wishes) {
        var what = "GET " + key;
        var request =
                GetObjectRequest.builder().bucket(bucket).key(key.value()).applyMutation(wishes);
        return Calls.make(
                what,
                List.of(NOT_FOUND, PRECONDITION_FAILED),
                () -> {
                    try {
                        return new Download(what, client.getObject(request.build()));
                    } catch (S3Exception e) {
                        if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                            return InputStream.nullInputStream();
                        }
                        throw e;
                    }
                });
    }

    private static void save(InputStream bytes, Path target) {
        try (bytes;
                var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            try {
                bytes.transferTo(out);
            } catch (IOException | RuntimeException e) {
                Files.delete(target);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save to " + target, e);
        }
    }

    private static String header(ByteRange range) {
        var open = range.length() > Long.MAX_VALUE - range.offset();
        var last = open ? "" : range.offset() + range.length() - 1;
        return "bytes=" + range.offset() + "-" + last;
    }
}
