package dev.slipway.multipart;

import dev.slipway.file.BegunUploads;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Begins an upload in the storage when its first part is asked for, not at the start, which
/// makes no network call. Of several who do so at once one wins; the others abort their own.
@Singleton
class BeginUpload {

    private final BegunUploads begunUploads;
    private final Storages storages;
    private final Clock clock;

    BeginUpload(BegunUploads begunUploads, Storages storages, Clock clock) {
        this.begunUploads = begunUploads;
        this.storages = storages;
        this.clock = clock;
    }

    /// `summed`: as the first to ask wants its parts, if the storage can verify them.
    Begun begin(FileRecord file, boolean summed) {
        var uploadId = begunUploads.find(file.id()).orElseGet(() -> beginNow(file, summed));
        return Begun.of(file, storages, uploadId);
    }

    /// Whether the upload that has begun takes parts with their checksum only.
    boolean isSummed(FileRecord file) {
        return begunUploads.isSummed(file.id());
    }

    private String beginNow(FileRecord file, boolean wanted) {
        var key = Keys.incoming(file.id());
        var uploads = storages.named(file.storage()).multipart();
        var headers = ObjectHeaders.ofType(file.fileType()).with(file.metadata());
        var summed = wanted && uploads.verifiesParts();
        var uploadId = uploads.begin(key, headers, summed);
        if (begunUploads.begun(file.id(), uploadId, summed, clock.instant())) {
            return uploadId;
        }
        uploads.abort(key, uploadId);
        return begunUploads.find(file.id()).orElseThrow();
    }
}
