package dev.slipway.reconcile;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Moves;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Moves one file from one storage to another: copies all that it consists of, and then changes
/// its rows.
@Singleton
final class MoveFile {

    private static final Logger LOG = Logger.getLogger(MoveFile.class);

    private final Moves moves;
    private final Originals originals;
    private final CopyObject copyObject;
    private final Clock clock;

    MoveFile(Moves moves, Originals originals, CopyObject copyObject, Clock clock) {
        this.moves = moves;
        this.originals = originals;
        this.copyObject = copyObject;
        this.clock = clock;
    }

    /// False when it stays: what cannot be copied now does not keep the others.
    boolean move(FileRecord file, ObjectStore from, ObjectStore to) {
        try {
            var wanted = wanted(file, from);
            wanted.forEach(original -> copyObject.copy(original, from, to));
            return moves.move(file, from.name(), to.name(), etags(wanted, to), clock.instant());
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
            var key = original.key();
            var copy = to.find(key).orElseThrow(() -> notThere(key, to));
            etags.put(key, copy.etag());
        }
        return etags;
    }

    private static IllegalStateException notThere(ObjectKey key, ObjectStore store) {
        return new IllegalStateException(key + " is not there, in " + store.name());
    }
}
