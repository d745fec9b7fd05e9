package dev.slipway.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "file")
@NullUnmarked
class FileRow {

    @Id UUID id;
    FileState state;
    int version;
    String storage;
    String owner;

    String profile;

    @JdbcTypeCode(SqlTypes.JSON)
    String terms;

    UUID replaces;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "original_file_name")
    String originalFileName;

    @Column(name = "file_type")
    String fileType;

    @Column(name = "signed_size")
    Long signedSize;

    @Column(name = "part_size")
    Long partSize;

    @Column(name = "checksum_sha256")
    String checksumSha256;

    @Column(name = "checksum_md5")
    String checksumMd5;

    @Column(name = "checksum_crc32c")
    String checksumCrc32c;

    @JdbcTypeCode(SqlTypes.JSON)
    String metadata;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "request_hash")
    String requestHash;

    long charged;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "upload_finished_at")
    Instant uploadFinishedAt;

    @Column(name = "lease_until")
    Instant leaseUntil;

    String claim;

    @Column(name = "legal_hold")
    boolean legalHold;

    @Column(name = "delete_after")
    Instant deleteAfter;

    boolean announced;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "purged_at")
    Instant purgedAt;

    @Column(name = "content_id")
    UUID contentId;

    @Column(name = "content_storage")
    String contentStorage;

    @Column(name = "object_key")
    String objectKey;

    String etag;
    Long size;
    Integer width;
    Integer height;
    Integer frames;
    String placeholder;

    @Column(name = "dominant_colour")
    String dominantColour;

    @Column(name = "rejection_code")
    String rejectionCode;

    @Column(name = "rejection_detail")
    String rejectionDetail;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "rejection_figures")
    String rejectionFigures;

    ProcessingState processing;
    int attempts;

    @Column(name = "wanted_run")
    int wantedRun;

    @Column(name = "done_run")
    int doneRun;

    @Column(name = "error_code")
    String errorCode;

    @Column(name = "error_detail")
    String errorDetail;
}
