package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All uploads and files. Each change of state is a compare-and-set that says whether it won;
/// the others find out by reading the row.
@Singleton
@Transactional
public class Files {

    /// The states in which bytes may still become a file.
    static final List<FileState> OPEN =
            Arrays.stream(FileState.values()).filter(FileState::isOpen).toList();

    private final FileRows rows;
    private final RowMapping mapping;
    private final Charges charges;
    private final Event<FileChanged> changes;

    Files(FileRows rows, RowMapping mapping, Charges charges, Event<FileChanged> changes) {
        this.rows = rows;
        this.mapping = mapping;
        this.charges = charges;
        this.changes = changes;
    }

    public Optional<FileRecord> find(UUID id) {
        return rows.findByIdOptional(id).map(mapping::record);
    }

    /// The finished file whose present bytes this upload brought.
    public Optional<FileRecord> findByContent(UUID contentId) {
        return rows.find("contentId = ?1 and state = ?2", contentId, FileState.FINISHED)
                .firstResultOptional()
                .map(mapping::record);
    }

    /// Makes an open upload a file.
    public boolean finish(
            FileRecord upload, Content content, ProcessingState processing, Instant now) {
        return finished(
                upload.id(),
                content,
                rows.update(
                        """
                        state = ?1, contentId = ?2, objectKey = ?3, etag = ?4, size = ?5,
                        processing = ?6, uploadFinishedAt = ?7, checksumSha256 = ?8, deleteAfter = ?9,
                        contentStorage = ?10 where id = ?11 and state in ?12
                        """,
                        FileState.FINISHED,
                        content.id(),
                        content.key().value(),
                        content.etag(),
                        content.size(),
                        processing,
                        now,
                        content.sha256(),
                        Retention.goes(upload.profile(), now, false),
                        content.storage(),
                        upload.id(),
                        OPEN));
    }

    /// Ends an open upload because of what was uploaded.
    public boolean reject(UUID id, Rejection reason, Instant now) {
        return ended(
                id,
                rows.update(
                        """
                        state = ?1, rejectionCode = ?2, rejectionDetail = ?3, rejectionFigures = ?4,
                        endedAt = ?5 where id = ?6 and state in ?7
                        """,
                        FileState.REJECTED,
                        reason.code(),
                        reason.detail(),
                        mapping.write(reason.figures()),
                        now,
                        id,
                        OPEN));
    }

    /// Ends an open upload whose bytes have not come, unless a renewal has given it more time
    /// than `seen` had.
    public boolean expire(FileRecord seen, Instant now) {
        return ended(
                seen.id(),
                rows.update(
                        "state = ?1, endedAt = ?2 where id = ?3 and state in ?4 and expiresAt = ?5",
                        FileState.EXPIRED,
                        now,
                        seen.id(),
                        OPEN,
                        seen.expiresAt()));
    }

    /// Gives a pending upload time until `expiresAt`, unless it has more already.
    public boolean extend(UUID id, Instant expiresAt) {
        return rows.update(
                        "expiresAt = ?1 where id = ?2 and state = ?3 and expiresAt < ?1",
                        expiresAt,
                        id,
                        FileState.PENDING)
                == 1;
    }

    /// From one state to another, if it is still in the first.
    public boolean move(UUID id, FileState from, FileState to) {
        var moved = rows.update("state = ?1 where id = ?2 and state = ?3", to, id, from);
        return (from.isOpen() && !to.isOpen()) ? ended(id, moved) : changed(id, moved);
    }

    /// Gives a pending upload time until `expiresAt`, unless it has ended meanwhile or has been
    /// given another time than `seen` had.
    public boolean renew(FileRecord seen, Instant expiresAt) {
        return changed(
                seen.id(),
                rows.update(
                        "expiresAt = ?1 where id = ?2 and state = ?3 and expiresAt = ?4",
                        expiresAt,
                        seen.id(),
                        FileState.PENDING,
                        seen.expiresAt()));
    }

    /// An open upload is a file now.
    private boolean finished(UUID id, Content content, int updated) {
        if (updated == 1) {
            charges.settled(id, content.size());
        }
        return changed(id, updated);
    }

    /// An open upload is none any more.
    private boolean ended(UUID id, int updated) {
        if (updated == 1) {
            charges.ended(id);
        }
        return changed(id, updated);
    }

    private boolean changed(UUID id, int updated) {
        if (updated == 1) {
            changes.fire(new FileChanged(id));
        }
        return updated == 1;
    }
}
