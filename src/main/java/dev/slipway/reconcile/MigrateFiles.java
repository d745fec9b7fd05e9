package dev.slipway.reconcile;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Moves;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves all finished files from one storage to another, one after the other: copies what a file
/// consists of, verifies each copy, and then changes its rows. Should it die, another run goes
/// on; what has been copied is not copied again.
@Singleton
public final class MigrateFiles {

    private static final int BATCH = 100;

    private final Storages storages;
    private final Markers markers;
    private final Moves moves;
    private final MoveFile moveFile;
    private final DeleteCopies deleteCopies;

    MigrateFiles(
            Storages storages,
            Markers markers,
            Moves moves,
            MoveFile moveFile,
            DeleteCopies deleteCopies) {
        this.storages = storages;
        this.markers = markers;
        this.moves = moves;
        this.moveFile = moveFile;
        this.deleteCopies = deleteCopies;
    }

    /// How many files were moved, which were not (changed meanwhile, being rendered, damaged:
    /// the log says why), how many objects were removed at the source, and how many that have
    /// moved are there still.
    public record Outcome(long moved, List<UUID> left, long removed, long remaining) {}

    public Outcome migrate(String fromName, String toName, boolean deleteSource) {
        var from = ours(fromName);
        var to = ours(toName);
        if (from == to) {
            throw new IllegalArgumentException(fromName + " is both source and target");
        }
        if (deleteSource && storages.mirror().filter(mirror -> mirror == from).isPresent()) {
            throw new IllegalArgumentException(
                    fromName + " is the mirror: nothing is removed there");
        }
        var moved = 0L;
        var left = new ArrayList<UUID>();
        @Nullable UUID after = null;
        List<FileRecord> page;
        do {
            page = moves.in(fromName, after, BATCH);
            for (var file : page) {
                after = file.id();
                if (moveFile.move(file, from, to)) {
                    moved++;
                } else {
                    left.add(file.id());
                }
            }
        } while (page.size() == BATCH);
        var removed = deleteSource ? deleteCopies.delete(from, to) : 0;
        return new Outcome(moved, left, removed, deleteCopies.remaining(from, to));
    }

    private ObjectStore ours(String name) {
        var store =
                storages.find(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no storage '%s' configured: name it in slipway.storage.read"
                                                        .formatted(name)));
        if (!markers.isOurs(store)) {
            throw new IllegalArgumentException(
                    "the storage '%s' does not carry the id of this installation".formatted(name));
        }
        return store;
    }
}
