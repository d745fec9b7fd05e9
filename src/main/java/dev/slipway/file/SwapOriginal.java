package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Gives a content another object: of the same picture, but not the same bytes.
@Singleton
@Transactional
public class SwapOriginal {

    private final FileRows rows;
    private final Charges charges;
    private final QueueForgetting queueForgetting;
    private final Event<FileChanged> changes;

    SwapOriginal(
            FileRows rows,
            Charges charges,
            QueueForgetting queueForgetting,
            Event<FileChanged> changes) {
        this.rows = rows;
        this.charges = charges;
        this.queueForgetting = queueForgetting;
        this.changes = changes;
    }

    /// Records `after` where the file still has the object of `before`, which then goes at once.
    /// False when it has been replaced or deleted meanwhile, or this has been done already.
    public boolean swap(FileRecord file, Content before, Content after) {
        var swapped =
                rows.update(
                        """
                        objectKey = ?1, etag = ?2, size = ?3, checksumSha256 = ?4,
                        checksumMd5 = null, checksumCrc32c = null
                        where contentId = ?5 and objectKey = ?6 and state = ?7
                        """,
                        after.key().value(),
                        after.etag(),
                        after.size(),
                        after.sha256(),
                        before.id(),
                        before.key().value(),
                        FileState.FINISHED);
        if (swapped == 1) {
            charges.settled(before.id(), after.size());
            forget(before.id(), before.key());
            changes.fire(new FileChanged(file.id()));
        }
        return swapped == 1;
    }

    /// A mirror that was just copying it has it a little later.
    private void forget(UUID contentId, ObjectKey key) {
        queueForgetting.object(key);
        queueForgetting.strays(contentId);
    }
}
