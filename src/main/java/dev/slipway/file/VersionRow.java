package dev.slipway.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "file_version")
@IdClass(VersionRow.Key.class)
@NullUnmarked
class VersionRow {

    record Key(UUID fileId, int version) {}

    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Id int version;

    @Column(name = "content_id")
    UUID contentId;

    String storage;

    @Column(name = "object_key")
    String objectKey;

    String etag;
    long size;

    @Column(name = "checksum_sha256")
    String checksumSha256;

    @Column(name = "file_type")
    String fileType;

    @Column(name = "original_file_name")
    String originalFileName;

    @Column(name = "upload_finished_at")
    Instant uploadFinishedAt;

    @Column(name = "replaced_at")
    Instant replacedAt;

    @Column(name = "replaced_by")
    String replacedBy;

    @Column(name = "kept_until")
    Instant keptUntil;
}
