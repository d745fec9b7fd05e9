package dev.slipway.upload;

import dev.slipway.profile.ImageWishes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client wants to upload. Everything may be missing here: the verb says what is wrong.
/// `fileSize` in bytes; the checksums are base64; `owner` is in whose name a service starts;
/// `replaces` is the id of a file whose content the upload becomes; `image` is what it asks of
/// its variants; `idempotencyKey` is what the
/// header of that name says for a single start.
public record StartRequest(
        @Nullable String fileName,
        @Nullable String fileType,
        @Nullable Long fileSize,
        @Nullable String checksumSha256,
        @Nullable String checksumMd5,
        @Nullable String checksumCrc32c,
        @Nullable String profile,
        @Nullable Map<String, @Nullable String> metadata,
        @Nullable String owner,
        @Nullable String replaces,
        @Nullable ImageWishes image,
        @Nullable String idempotencyKey) {

    /// A file and nothing else.
    public static StartRequest ofFile(
            @Nullable String name,
            @Nullable String type,
            @Nullable Long size,
            @Nullable String profile,
            Map<String, @Nullable String> metadata) {
        return new StartRequest(
                name, type, size, null, null, null, profile, metadata, null, null, null, null);
    }

    /// A file whose MD5 is known besides.
    public static StartRequest ofFile(
            @Nullable String name,
            @Nullable String type,
            @Nullable Long size,
            @Nullable String md5,
            @Nullable String profile) {
        return new StartRequest(
                name, type, size, null, md5, null, profile, null, null, null, null, null);
    }

    /// The key of the header, where there is one, goes before that of the body.
    StartRequest orKey(@Nullable String header) {
        return header == null ? this : withKey(header);
    }

    StartRequest withKey(@Nullable String key) {
        return new StartRequest(
                fileName,
                fileType,
                fileSize,
                checksumSha256,
                checksumMd5,
                checksumCrc32c,
                profile,
                metadata,
                owner,
                replaces,
                image,
                key);
    }
}
