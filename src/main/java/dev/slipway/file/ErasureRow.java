package dev.slipway.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "erasure")
@NullUnmarked
class ErasureRow {

    @Id
    @Column(name = "owner_digest")
    String ownerDigest;

    String owner;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "files_deleted")
    long filesDeleted;

    @Column(name = "pending_cancelled")
    long pendingCancelled;

    @Column(name = "held_back")
    long heldBack;
}
