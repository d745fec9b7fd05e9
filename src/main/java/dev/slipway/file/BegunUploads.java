package dev.slipway.file;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What the storage calls the multipart uploads of files that come in parts.
@Singleton
@Transactional
public class BegunUploads {

    private final EntityManager database;

    BegunUploads(EntityManager database) {
        this.database = database;
    }

    /// The storage's id of this file's upload, once it was begun.
    public Optional<String> find(UUID fileId) {
        return Optional.ofNullable(database.find(MultipartRow.class, fileId))
                .map(row -> row.uploadId);
    }

    /// Whether all its parts come with their checksum.
    public boolean isSummed(UUID fileId) {
        var row = database.find(MultipartRow.class, fileId);
        return row != null && row.summed;
    }

    /// Remembers the upload that was begun for a file; false when somebody else has begun one
    /// before.
    public boolean begun(UUID fileId, String uploadId, boolean summed, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into multipart_upload (file_id, upload_id, summed, begun_at)
                                values (:file, :upload, :summed, :now) on conflict do nothing
                                """)
                        .setParameter("file", fileId)
                        .setParameter("upload", uploadId)
                        .setParameter("summed", summed)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
