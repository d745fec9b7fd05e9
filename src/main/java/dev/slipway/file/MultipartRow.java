package dev.slipway.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "multipart_upload")
@NullUnmarked
class MultipartRow {

    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Column(name = "upload_id")
    String uploadId;

    boolean summed;

    @Column(name = "begun_at")
    Instant begunAt;
}
