package dev.slipway.uppy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.caller.Caller;
import dev.slipway.file.OwnerErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/// The tokens that stand in addresses, by their hash, and how many uploads each has started.
@Singleton
@Transactional
class UploadTokens {

    private static final int MOST_OF_ONE_OWNER = 100;

    /// Until the end of the transaction: of two that ask at once the second one sees the first.
    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtextextended(:owner, 14)) as text)";

    private static final String LIVE =
            """
            select expires_at from upload_token
            where owner = :owner and expires_at > :now order by expires_at
            """;

    private static final String REMOVE_EXPIRED =
            """
            delete from upload_token where hash in (
              select hash from upload_token where expires_at <= :now
              limit :most for update skip locked)
            """;

    private static final String INSERT =
            """
            insert into upload_token (hash, owner, roles, profile, max_files, expires_at)
            values (:hash, :owner, cast(:roles as jsonb), :profile, :maxFiles, :expiresAt)
            """;

    private static final String FIND =
            """
            select owner, cast(roles as text) as roles, profile, max_files from upload_token
            where hash = :hash and expires_at > :now
            """;

    private static final TypeReference<Set<String>> ROLES = new TypeReference<>() {};

    private final Session database;
    private final ObjectMapper json;

    UploadTokens(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Keeps one, unless its owner has as many as there may be.
    void keep(UploadGrant grant, Instant now, Instant expiresAt) {
        refuseTooMany(grant.starter().subject(), now);
        database.createNativeMutationQuery(INSERT)
                .setParameter("hash", grant.hash())
                .setParameter("owner", grant.starter().subject())
                .setParameter("roles", write(grant.starter().roles()))
                .setParameter("profile", grant.profile())
                .setParameter("maxFiles", grant.maxFiles())
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    Optional<UploadGrant> find(String hash, Instant now) {
        return database.createNativeQuery(FIND, Tuple.class)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(row -> grant(hash, row));
    }

    /// Counts a start; false when there have been as many as the token permits.
    boolean take(UploadGrant grant) {
        return database.createNativeMutationQuery(
                                """
                                update upload_token set started = started + 1
                                where hash = :hash and started < max_files
                                """)
                        .setParameter("hash", grant.hash())
                        .executeUpdate()
                == 1;
    }

    /// The start that was counted has come to nothing.
    void giveBack(UploadGrant grant) {
        database.createNativeMutationQuery(
                        "update upload_token set started = started - 1 where hash = :hash")
                .setParameter("hash", grant.hash())
                .executeUpdate();
    }

    /// Forgets some whose time is over; how many there were.
    int removeExpired(Instant now, int most) {
        return database.createNativeMutationQuery(REMOVE_EXPIRED)
                .setParameter("now", now)
                .setParameter("most", most)
                .executeUpdate();
    }

    void forget(@Observes OwnerErased erased) {
        database.createNativeMutationQuery("delete from upload_token where owner = :owner")
                .setParameter("owner", erased.owner())
                .executeUpdate();
    }

    private void refuseTooMany(String owner, Instant now) {
        database.createNativeQuery(ONE_AT_A_TIME, String.class)
                .setParameter("owner", owner)
                .getSingleResult();
        var live =
                database.createNativeQuery(LIVE, Instant.class)
                        .setParameter("owner", owner)
                        .setParameter("now", now)
                        .getResultList();
        if (live.size() >= MOST_OF_ONE_OWNER) {
            var wait = Duration.between(now, live.getFirst()).toSeconds();
            throw new TooManyTokens(MOST_OF_ONE_OWNER, Math.toIntExact(wait) + 1).refusal();
        }
    }

    private UploadGrant grant(String hash, Tuple row) {
        return new UploadGrant(
                hash,
                new Caller(
                        row.get("owner", String.class), read(row.get("roles", String.class)), true),
                row.get("profile", String.class),
                row.get("max_files", Integer.class));
    }

    private String write(Set<String> roles) {
        try {
            return json.writeValueAsString(roles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("roles cannot be written: " + roles, e);
        }
    }

    private Set<String> read(String roles) {
        try {
            return json.readValue(roles, ROLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("roles cannot be read: " + roles, e);
        }
    }
}
