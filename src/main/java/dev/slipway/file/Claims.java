package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Which files belong to which records of an application.
@Singleton
@Transactional
public class Claims {

    /// How a claim ended.
    public sealed interface Claim {

        /// The file belongs to this record, since now or since before.
        record Held(FileRecord file) implements Claim {}

        /// It belongs to another one.
        record Taken() implements Claim {}

        /// There is no file (any more), only an upload in this state.
        record NoFile(FileState state) implements Claim {}
    }

    private final FileRows rows;
    private final RowMapping mapping;
    private final Event<FileChanged> changes;

    Claims(FileRows rows, RowMapping mapping, Event<FileChanged> changes) {
        this.rows = rows;
        this.mapping = mapping;
        this.changes = changes;
    }

    /// Ties a finished file to a record; from then on only its retention lets it go.
    public Claim claim(UUID id, String reference) {
        var row = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.state != FileState.FINISHED) {
            return new Claim.NoFile(row == null ? FileState.DELETED : row.state);
        }
        if (row.claim == null) {
            row.claim = reference;
            var terms = mapping.record(row).profile();
            row.deleteAfter = Retention.goes(terms, row.uploadFinishedAt, true);
            row.announced = false;
            changes.fire(new FileChanged(id));
        }
        return row.claim.equals(reference)
                ? new Claim.Held(mapping.record(row))
                : new Claim.Taken();
    }
}
