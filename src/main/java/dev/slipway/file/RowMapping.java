package dev.slipway.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.profile.Extensions;
import dev.slipway.profile.Profile;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns rows into records and back.
@Singleton
final class RowMapping {

    private static final TypeReference<Profile> TERMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final ObjectMapper json;

    RowMapping(ObjectMapper json) {
        this.json = json;
    }

    FileRow row(NewFile file) {
        var row = new FileRow();
        row.id = file.id();
        row.state = FileState.PENDING;
        row.version = 1;
        row.storage = file.storage();
        row.owner = file.owner();
        row.profile = file.profile().name();
        row.terms = write(file.profile());
        row.replaces = file.replaces();
        row.fileName = fileName(file.id(), file.fileType());
        row.originalFileName = file.originalFileName();
        row.fileType = file.fileType();
        row.signedSize = file.signedSize();
        row.partSize = file.partSize();
        row.checksumSha256 = file.checksums().sha256();
        row.checksumMd5 = file.checksums().md5();
        row.checksumCrc32c = file.checksums().crc32c();
        row.metadata = write(file.metadata());
        row.idempotencyKey = file.idempotency().key();
        row.requestHash = file.idempotency().body();
        row.charged = file.charge();
        row.createdAt = file.createdAt();
        row.expiresAt = file.expiresAt();
        row.processing = ProcessingState.NONE;
        row.wantedRun = 1;
        return row;
    }

    FileRecord record(FileRow row) {
        return new FileRecord(
                row.id,
                row.state,
                row.version,
                row.storage,
                row.owner,
                read(row.terms, TERMS),
                row.replaces,
                row.fileName,
                row.originalFileName,
                row.fileType,
                row.signedSize,
                row.partSize,
                new Checksums(row.checksumSha256, row.checksumMd5, row.checksumCrc32c),
                read(row.metadata, TEXTS),
                row.createdAt,
                row.expiresAt,
                row.uploadFinishedAt,
                content(row),
                new Appearance(
                        row.width, row.height, row.frames, row.placeholder, row.dominantColour),
                rejection(row),
                row.processing,
                row.attempts,
                failure(row.errorCode, row.errorDetail),
                new Keeping(row.claim, row.legalHold, row.deleteAfter));
    }

    /// The name under which a file is kept: unlike the original one it is unique, and safe
    /// anywhere.
    static String fileName(UUID id, String mediaType) {
        return id.toString().replace("-", "") + "." + Extensions.of(mediaType);
    }

    static @Nullable Failure failure(@Nullable String code, @Nullable String detail) {
        return code == null ? null : new Failure(code, detail == null ? "" : detail);
    }

    private static @Nullable Content content(FileRow row) {
        return row.contentId == null
                ? null
                : new Content(
                        row.contentId,
                        row.contentStorage,
                        new ObjectKey(row.objectKey),
                        row.etag,
                        row.size,
                        row.checksumSha256);
    }

    private @Nullable Rejection rejection(FileRow row) {
        return row.rejectionCode == null
                ? null
                : new Rejection(
                        row.rejectionCode,
                        row.rejectionDetail,
                        read(row.rejectionFigures, FIGURES));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row holds unreadable JSON: " + text, e);
        }
    }
}
