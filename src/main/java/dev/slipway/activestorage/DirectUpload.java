package dev.slipway.activestorage;

import dev.slipway.problem.MalformedRequest;
import dev.slipway.upload.StartRequest;
import org.jspecify.annotations.Nullable;

/// What DirectUpload says about a file: `byteSize` in bytes, and as `checksum` the base64 of its
/// MD5.
public record DirectUpload(@Nullable Blob blob) {

    /// The file itself.
    public record Blob(
            @Nullable String filename,
            @Nullable String contentType,
            @Nullable Long byteSize,
            @Nullable String checksum) {}

    static StartRequest request(@Nullable DirectUpload upload, @Nullable String profile) {
        if (upload == null || upload.blob() == null) {
            throw new MalformedRequest("blob").refusal();
        }
        var blob = upload.blob();
        return StartRequest.ofFile(
                blob.filename(), blob.contentType(), blob.byteSize(), blob.checksum(), profile);
    }
}
