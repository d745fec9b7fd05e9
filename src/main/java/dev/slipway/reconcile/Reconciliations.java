package dev.slipway.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// The table `reconciliation`: the last comparison of each storage.
@Singleton
@Transactional
class Reconciliations {

    private static final TypeReference<List<Progress.Example>> EXAMPLES = new TypeReference<>() {};

    private static final String RECORD =
            """
            insert into reconciliation values (:storage, :started, :finished, :after, :objects,
              :removed, :aborted, :withoutRow, :withoutObject, cast(:examples as jsonb))
            on conflict (storage) do update set
              started_at = excluded.started_at, finished_at = excluded.finished_at,
              after_key = excluded.after_key, objects = excluded.objects,
              removed = excluded.removed, aborted = excluded.aborted,
              without_row = excluded.without_row, without_object = excluded.without_object,
              examples = excluded.examples
            """;

    private static final String READ =
            """
            select storage, started_at, finished_at, after_key, objects, removed, aborted,
              without_row, without_object, cast(examples as text) as examples
            from reconciliation order by storage
            """;

    private final Session database;
    private final ObjectMapper json;

    Reconciliations(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void record(Progress progress) {
        database.createNativeMutationQuery(RECORD)
                .setParameter("storage", progress.storage())
                .setParameter("started", progress.startedAt())
                .setParameter("finished", progress.finishedAt())
                .setParameter("after", progress.afterKey())
                .setParameter("objects", progress.objects())
                .setParameter("removed", progress.removed())
                .setParameter("aborted", progress.aborted())
                .setParameter("withoutRow", progress.withoutRow())
                .setParameter("withoutObject", progress.withoutObject())
                .setParameter("examples", write(progress.examples()))
                .executeUpdate();
    }

    List<Progress> all() {
        return database.createNativeQuery(READ, Tuple.class).getResultList().stream()
                .map(this::progress)
                .toList();
    }

    /// The one that was begun and not ended.
    Optional<Progress> findUnfinished(String storage) {
        return all().stream()
                .filter(progress -> progress.storage().equals(storage))
                .filter(progress -> progress.finishedAt() == null)
                .findFirst();
    }

    private Progress progress(Tuple row) {
        return new Progress(
                row.get("storage", String.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("after_key", String.class),
                row.get("objects", Long.class),
                row.get("removed", Long.class),
                row.get("aborted", Long.class),
                row.get("without_row", Long.class),
                row.get("without_object", Long.class),
                read(row.get("examples", String.class)));
    }

    private String write(List<Progress.Example> examples) {
        try {
            return json.writeValueAsString(examples);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written: " + examples, e);
        }
    }

    private List<Progress.Example> read(String text) {
        try {
            return json.readValue(text, EXAMPLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row holds unreadable JSON: " + text, e);
        }
    }
}
