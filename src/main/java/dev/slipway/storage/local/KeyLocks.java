package dev.slipway.storage.local;

import dev.slipway.storage.ObjectKey;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Puts the changes of one key in order within this process, so that each removes the blob that
/// it has replaced. Between processes the renames are in order by themselves; what such a race
/// leaves over is removed later.
final class KeyLocks {

    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    Held hold(ObjectKey key) {
        var lock = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        return lock::unlock;
    }
}
