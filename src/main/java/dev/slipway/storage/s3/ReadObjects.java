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
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Looks at objects and reads them.
final class ReadObjects {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Bucket bucket;
    private final @Nullable ChecksumMode checksums;

    ReadObjects(Bucket bucket, ProviderPreset provider) {
        this.bucket = bucket;
        this.checksums = provider.checksums() ? ChecksumMode.ENABLED : null;
    }

    Optional<StoredObject> find(ObjectKey key) {
        return Calls.make(
                        "HEAD " + key,
                        List.of(Calls.NOT_FOUND),
                        () ->
                                bucket.client()
                                        .headObject(
                                                head ->
                                                        head.bucket(bucket.name())
                                                                .key(bucket.nameOf(key))
                                                                .checksumMode(checksums)))
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
                GetObjectRequest.builder()
                        .bucket(bucket.name())
                        .key(bucket.nameOf(key))
                        .applyMutation(wishes);
        return Calls.make(
                what,
                Calls.GONE_OR_CHANGED,
                () -> {
                    try {
                        return new Download(what, bucket.client().getObject(request.build()));
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
