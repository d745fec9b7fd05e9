package dev.slipway.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "variant")
@IdClass(VariantRow.Key.class)
@NullUnmarked
class VariantRow {

    record Key(UUID contentId, String name) {}

    @Id
    @Column(name = "content_id")
    UUID contentId;

    @Id String name;

    @Column(name = "plan_hash")
    String planHash;

    VariantState state;

    @Column(name = "object_key")
    String objectKey;

    @Column(name = "file_type")
    String fileType;

    Long size;
    Integer width;
    Integer height;
    Integer frames;
    int attempts;

    @Column(name = "error_code")
    String errorCode;

    @Column(name = "error_detail")
    String errorDetail;
}
