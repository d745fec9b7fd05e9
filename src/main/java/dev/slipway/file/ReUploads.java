package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/// Gives a file new content: the id stays, the version grows, the old content becomes history.
@Singleton
@Transactional
public class ReUploads {

    /// How a merge ended.
    public sealed interface Merge {

        /// The upload is the file's content now; `replaced` is the content before.
        record Won(UUID replaced) implements Merge {}

        /// Somebody else has ended the upload meanwhile.
        record Lost() implements Merge {}

        /// There is no file (any more) to replace.
        record TargetGone() implements Merge {}
    }

    private final FileRows rows;
    private final EntityManager database;
    private final Event<FileChanged> changes;
    private final Retention retention;
    private final Charges charges;

    ReUploads(
            FileRows rows,
            EntityManager database,
            Event<FileChanged> changes,
            Retention retention,
            Charges charges) {
        this.rows = rows;
        this.database = database;
        this.changes = changes;
        this.retention = retention;
        this.charges = charges;
    }

    /// Makes the open `upload` the new content of the file that it replaces. The target's
    /// row lock puts two re-uploads in order.
    public Merge merge(
            FileRecord upload, Content content, ProcessingState processing, Instant now) {
        var target = rows.findById(upload.replaces(), LockModeType.PESSIMISTIC_WRITE);
        if (target == null || target.state != FileState.FINISHED) {
            return new Merge.TargetGone();
        }
        var won =
                rows.update(
                        "state = ?1, uploadFinishedAt = ?2 where id = ?3 and state in ?4",
                        FileState.MERGED,
                        now,
                        upload.id(),
                        Files.OPEN);
        if (won == 0) {
            return new Merge.Lost();
        }
        var old = historyOf(target, upload.owner(), now);
        old.keptUntil = retention.historyEnds(now);
        database.persist(old);
        target.version++;
        target.contentId = content.id();
        target.contentStorage = content.storage();
        target.objectKey = content.key().value();
        target.etag = content.etag();
        target.size = content.size();
        target.fileType = upload.fileType();
        target.fileName = RowMapping.fileName(target.id, upload.fileType());
        target.originalFileName = upload.originalFileName();
        target.checksumSha256 = content.sha256();
        target.checksumMd5 = upload.checksums().md5();
        target.checksumCrc32c = upload.checksums().crc32c();
        target.uploadFinishedAt = now;
        target.deleteAfter = Retention.goes(upload.profile(), now, target.claim != null);
        target.announced = false;
        target.processing = processing;
        target.attempts = 0;
        target.errorCode = null;
        target.errorDetail = null;
        target.width = null;
        target.height = null;
        target.frames = null;
        target.placeholder = null;
        target.dominantColour = null;
        target.wantedRun = 1;
        target.doneRun = 0;
        // all rows before any account: whoever waits for this one may hold the account
        rows.flush();
        charges.settled(upload.id(), content.size());
        changes.fire(new FileChanged(target.id));
        return new Merge.Won(old.contentId);
    }

    private static VersionRow historyOf(FileRow target, String replacedBy, Instant now) {
        var old = new VersionRow();
        old.fileId = target.id;
        old.version = target.version;
        old.contentId = target.contentId;
        old.storage = target.contentStorage;
        old.objectKey = target.objectKey;
        old.etag = target.etag;
        old.size = target.size;
        old.checksumSha256 = target.checksumSha256;
        old.fileType = target.fileType;
        old.originalFileName = target.originalFileName;
        old.uploadFinishedAt = target.uploadFinishedAt;
        old.replacedAt = now;
        old.replacedBy = replacedBy;
        return old;
    }
}
