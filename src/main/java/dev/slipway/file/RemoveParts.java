package dev.slipway.file;

import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;

/// Aborts what has been begun for an upload in parts and was not joined. Also what no row knows:
/// the answer to a begin may have been lost, and then another one was begun. Doing it again does
/// no harm.
@Singleton
class RemoveParts {

    private final Storages storages;
    private final BegunUploads begunUploads;

    RemoveParts(Storages storages, BegunUploads begunUploads) {
        this.storages = storages;
        this.begunUploads = begunUploads;
    }

    void remove(FileRecord upload) {
        if (upload.partSize() == null) {
            return;
        }
        var uploads = storages.named(upload.storage()).multipart();
        var key = Keys.incoming(upload.id());
        begunUploads.find(upload.id()).ifPresent(uploadId -> uploads.abort(key, uploadId));
        uploads.unfinished(key.value())
                .forEach(unknown -> uploads.abort(unknown.key(), unknown.uploadId()));
    }
}
