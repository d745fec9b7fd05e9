package dev.slipway.file;

import dev.slipway.job.Jobs;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Files that nothing may delete, nor anything of their history, until the hold is lifted.
@Singleton
@Transactional
public class LegalHolds {

    private final FileRows rows;
    private final EntityManager database;
    private final RowMapping mapping;
    private final Jobs jobs;
    private final Event<FileChanged> changes;

    LegalHolds(
            FileRows rows,
            EntityManager database,
            RowMapping mapping,
            Jobs jobs,
            Event<FileChanged> changes) {
        this.rows = rows;
        this.database = database;
        this.mapping = mapping;
        this.jobs = jobs;
        this.changes = changes;
    }

    /// The file, held or not from now on; empty when it is no finished one (any more).
    public Optional<FileRecord> set(UUID id, boolean held) {
        var row = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.state != FileState.FINISHED) {
            return Optional.empty();
        }
        if (row.legalHold != held) {
            row.legalHold = held;
            changes.fire(new FileChanged(id));
            if (!held) {
                letHistoryGo(id);
            }
        }
        return Optional.of(mapping.record(row));
    }

    /// What should have gone meanwhile has found the hold, and does not come back by itself.
    private void letHistoryGo(UUID id) {
        database.createQuery("from VersionRow where fileId = :id", VersionRow.class)
                .setParameter("id", id)
                .getResultStream()
                .forEach(
                        old ->
                                jobs.enqueue(
                                        ForgetContent.NAME,
                                        old.contentId.toString(),
                                        old.keptUntil));
    }
}
