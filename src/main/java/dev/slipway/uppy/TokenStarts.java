package dev.slipway.uppy;

import dev.slipway.file.FileStarted;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;

/// Which uploads each token has started.
@Singleton
@Transactional
class TokenStarts {

    private static final ScopedValue<UploadGrant> GRANT = ScopedValue.newInstance();

    /// Where the token has just gone nobody can come with it any more: then there is nothing to
    /// note.
    private static final String NOTE =
            """
            insert into upload_token_start (file_id, hash)
            select cast(:id as uuid), hash from upload_token where hash = :hash for key share
            """;

    private static final String FIND =
            """
            select exists (
              select 1 from upload_token_start where file_id = :id and hash = :hash)
            """;

    private final Session database;

    TokenStarts(Session database) {
        this.database = database;
    }

    /// Whatever this starts is noted as started with the token.
    static <T> T with(UploadGrant grant, Supplier<T> start) {
        return ScopedValue.where(GRANT, grant).call(start::get);
    }

    void note(@Observes FileStarted started) {
        if (GRANT.isBound()) {
            database.createNativeMutationQuery(NOTE)
                    .setParameter("id", started.id())
                    .setParameter("hash", GRANT.get().hash())
                    .executeUpdate();
        }
    }

    boolean has(UploadGrant grant, UUID id) {
        return database.createNativeQuery(FIND, Boolean.class)
                .setParameter("id", id)
                .setParameter("hash", grant.hash())
                .getSingleResult();
    }
}
