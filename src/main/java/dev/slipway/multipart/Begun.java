package dev.slipway.multipart;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.storage.Completion;
import dev.slipway.storage.MultipartUploads;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Storages;
import dev.slipway.storage.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The upload of a file as its storage knows it, where it has been begun.
record Begun(FileRecord file, MultipartUploads uploads, String uploadId) {

    static Begun of(FileRecord file, Storages storages, String uploadId) {
        return new Begun(file, storages.named(file.storage()).multipart(), uploadId);
    }

    /// None when it has been joined or aborted: not every server tells that from an upload that
    /// has just begun.
    List<Part> parts() {
        return uploads.parts(key(), uploadId).orElse(List.of());
    }

    Completion complete(List<Part> parts) {
        return uploads.complete(key(), uploadId, parts);
    }

    Ticket.Put ticket(int number, @Nullable String sha256, Instant now) {
        return uploads.ticket(
                new PartTerms(
                        key(),
                        uploadId,
                        number,
                        PartSizes.bytesOf(file, number),
                        sha256,
                        now,
                        now.plus(file.profile().expiry())));
    }

    private ObjectKey key() {
        return Keys.incoming(file.id());
    }
}
