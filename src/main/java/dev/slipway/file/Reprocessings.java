package dev.slipway.file;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;

/// What is known of the last reprocessing of each profile.
@Singleton
@Transactional
public class Reprocessings {

    /// One that goes on begins anew: the terms may have changed once more.
    private static final String START =
            """
            insert into reprocessing (profile, started_at) values (:profile, :now)
            on conflict (profile) do update
              set started_at = excluded.started_at, finished_at = null, after_id = null, files = 0,
                failed = 0, failed_files = '{}'
            """;

    private final Session database;

    Reprocessings(Session database) {
        this.database = database;
    }

    public void start(String profile, Instant now) {
        database.createNativeMutationQuery(START)
                .setParameter("profile", profile)
                .setParameter("now", now)
                .executeUpdate();
    }

    /// Empty when nobody has asked for it.
    public Optional<Reprocessing> find(String profile) {
        return database.createNativeQuery(
                        """
                        select profile, started_at, finished_at, after_id, files, failed,
                          cast(failed_files as text) failed_files
                        from reprocessing where profile = :profile
                        """,
                        Tuple.class)
                .setParameter("profile", profile)
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new Reprocessing(
                                        row.get("profile", String.class),
                                        row.get("started_at", Instant.class),
                                        row.get("finished_at", Instant.class),
                                        row.get("after_id", UUID.class),
                                        row.get("files", Long.class),
                                        row.get("failed", Long.class),
                                        ids(row.get("failed_files", String.class))));
    }

    /// One file more has been looked at, unless another run has been there before, or it has begun
    /// anew meanwhile.
    public void looked(Reprocessing seen, UUID file, boolean made) {
        looked(seen, file, "files = files + " + (made ? 1 : 0));
    }

    /// The same of one that could not be looked at.
    public void failed(Reprocessing seen, UUID file) {
        looked(
                seen,
                file,
                """
                failed = failed + 1, failed_files = case when cardinality(failed_files) < 100
                  then failed_files || cast(:file as uuid) else failed_files end
                """);
    }

    private void looked(Reprocessing seen, UUID file, String counted) {
        database.createNativeMutationQuery(
                        """
                        update reprocessing set after_id = :file, %s
                        where profile = :profile and started_at = :started
                          and (after_id is null or after_id < :file)
                        """
                                .formatted(counted))
                .setParameter("file", file)
                .setParameter("profile", seen.profile())
                .setParameter("started", seen.startedAt())
                .executeUpdate();
    }

    /// Every file has been looked at, unless it has begun anew meanwhile.
    public void finish(Reprocessing seen, Instant now) {
        database.createNativeMutationQuery(
                        """
                        update reprocessing set finished_at = :now
                        where profile = :profile and started_at = :started
                        """)
                .setParameter("now", now)
                .setParameter("profile", seen.profile())
                .setParameter("started", seen.startedAt())
                .executeUpdate();
    }

    /// As PostgreSQL writes an array of them.
    private static List<UUID> ids(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .filter(Predicate.not(String::isEmpty))
                .map(UUID::fromString)
                .toList();
    }
}
