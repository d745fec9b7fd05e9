package dev.slipway.reconcile;

import dev.slipway.storage.ObjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the comparison of a storage has come and what it has found so far. `afterKey` is the
/// last key that was looked at; null at the beginning and at the end. Of what is wrong, the first
/// hundred keys are kept as `examples`.
public record Progress(
        String storage,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String afterKey,
        long objects,
        long removed,
        long aborted,
        long withoutRow,
        long withoutObject,
        List<Example> examples) {

    private static final int MOST_EXAMPLES = 100;

    /// One object that is wrong, and how: `without_row` or `without_object`.
    public record Example(String key, String problem) {}

    public Progress {
        examples = List.copyOf(examples);
    }

    static Progress begun(String storage, Instant now) {
        return new Progress(storage, now, null, null, 0, 0, 0, 0, 0, List.of());
    }

    /// After a page of quarantine.
    Progress cleared(String lastKey, long seen, long gone) {
        return new Progress(
                storage,
                startedAt,
                null,
                lastKey,
                objects + seen,
                removed + gone,
                aborted,
                withoutRow,
                withoutObject,
                examples);
    }

    Progress aborted(long more) {
        return new Progress(
                storage,
                startedAt,
                null,
                afterKey,
                objects,
                removed,
                aborted + more,
                withoutRow,
                withoutObject,
                examples);
    }

    /// After a page of files.
    Progress compared(String lastKey, long seen, List<ObjectKey> rowless, List<ObjectKey> lost) {
        var found = new ArrayList<>(examples);
        rowless.forEach(key -> found.add(new Example(key.value(), "without_row")));
        lost.forEach(key -> found.add(new Example(key.value(), "without_object")));
        return new Progress(
                storage,
                startedAt,
                null,
                lastKey,
                objects + seen,
                removed,
                aborted,
                withoutRow + rowless.size(),
                withoutObject + lost.size(),
                found.subList(0, Math.min(MOST_EXAMPLES, found.size())));
    }

    Progress finished(Instant now) {
        return new Progress(
                storage,
                startedAt,
                now,
                null,
                objects,
                removed,
                aborted,
                withoutRow,
                withoutObject,
                examples);
    }
}
