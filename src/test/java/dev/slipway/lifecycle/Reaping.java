package dev.slipway.lifecycle;

import dev.slipway.file.Files;
import dev.slipway.flow.Rows;
import jakarta.inject.Singleton;
import java.util.UUID;

/// The reaper, for tests of other packages. They set the time of the upload, not the clock: the
/// work that follows is due now.
@Singleton
public final class Reaping {

    private final ReapUpload reapUpload;
    private final ReapUploads reapUploads;
    private final Files files;
    private final Rows rows;

    Reaping(ReapUpload reapUpload, ReapUploads reapUploads, Files files, Rows rows) {
        this.reapUpload = reapUpload;
        this.reapUploads = reapUploads;
        this.files = files;
        this.rows = rows;
    }

    /// Its forms are dead.
    public void abandon(String id) {
        rows.update(
                """
                update file set expires_at = least(expires_at, now()) - interval '1 day'
                where id = ?::uuid
                """,
                id);
    }

    /// False when the storage did not answer.
    public boolean reap(String id) {
        return reapUpload.reap(files.find(UUID.fromString(id)).orElseThrow());
    }

    /// As the recurring work does it.
    public void reapAll() {
        reapUploads.run();
    }
}
