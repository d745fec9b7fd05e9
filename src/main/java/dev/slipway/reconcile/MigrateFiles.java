package dev.slipway.reconcile;

import dev.slipway.file.FileRecord;
import dev.slipway.file.MirrorCopies;
import dev.slipway.file.Moves;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Moves all finished files from one storage to another, one after the other: copies what a file
/// consists of, verifies each copy, and then changes its rows. Should it die, another run goes
/// on; what has been copied is not copied again.
@Singleton
public final class MigrateFiles {

    private static final Logger LOG = Logger.getLogger(MigrateFiles.class);
    private static final int BATCH = 100;

    private final Storages storages;
    private final Moves moves;
    private final MirrorCopies copies;
    private final Originals originals;
    private final CopyObject copyObject;
    private final Markers markers;

    MigrateFiles(
            Storages storages,
            Moves moves,
            MirrorCopies copies,
            Originals originals,
            CopyObject copyObject,
            Markers markers) {
        this.storages = storages;
        this.moves = moves;
        this.copies = copies;
        this.originals = originals;
        this.copyObject = copyObject;
        this.markers = markers;
    }

    /// How many files were moved, which were not (changed meanwhile, being rendered, damaged:
    /// the log says why), and how many objects were removed at the source.
    public record Outcome(long moved, List<UUID> left, long removed) {}

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
                if (move(file, from, to)) {
                    moved++;
                } else {
                    left.add(file.id());
                }
            }
        } while (page.size() == BATCH);
        return new Outcome(moved, left, deleteSource ? deleteCopies(from, to) : 0);
    }

    /// What cannot be copied now does not keep the others.
    private boolean move(FileRecord file, ObjectStore from, ObjectStore to) {
        try {
            var wanted = wanted(file, from);
            wanted.forEach(original -> copyObject.copy(original, from, to));
            return moves.move(file, from.name(), to.name(), etags(wanted, to));
        } catch (IllegalStateException damaged) {
            LOG.errorf("file %s stays in %s: %s", file.id(), from.name(), damaged.getMessage());
            return false;
        }
    }

    private List<CopyObject.Original> wanted(FileRecord file, ObjectStore from) {
        var wanted = new ArrayList<CopyObject.Original>();
        if (file.finishedContent().storage().equals(from.name())) {
            wanted.addAll(originals.of(file));
        }
        for (var old : moves.history(file.id(), from.name())) {
            var content = old.content();
            wanted.add(
                    new CopyObject.Original(
                            content.id(),
                            content.key(),
                            content.sha256(),
                            Originals.headers(file, old.fileType())));
            wanted.addAll(originals.variantsOf(file, content.id()));
        }
        return wanted;
    }

    private static Map<ObjectKey, String> etags(List<CopyObject.Original> wanted, ObjectStore to) {
        var etags = new HashMap<ObjectKey, String>();
        for (var original : wanted) {
            to.find(original.key())
                    .map(StoredObject::etag)
                    .ifPresent(etag -> etags.put(original.key(), etag));
        }
        return etags;
    }

    /// Also those that an earlier run has left.
    private long deleteCopies(ObjectStore from, ObjectStore to) {
        var removed = 0L;
        List<UUID> batch;
        do {
            batch = copies.contents(from.name(), to.name(), BATCH);
            for (var content : batch) {
                var keys = copies.keys(from.name(), content);
                from.delete(keys);
                copies.forget(from.name(), content);
                removed += keys.size();
            }
        } while (!batch.isEmpty());
        return removed;
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
