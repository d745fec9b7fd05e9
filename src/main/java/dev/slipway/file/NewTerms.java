package dev.slipway.file;

import dev.slipway.profile.Profile;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Gives finished files what their profile says of pictures now; all other terms stay as they
/// were at the start.
@Singleton
@Transactional
public class NewTerms {

    static final String PAGE =
            """
            select id from file where state = 'finished' and profile = :profile and id > :after
            order by id limit :most
            """;

    /// Before every id.
    private static final UUID START = new UUID(0, 0);

    private final Session database;
    private final FileRows rows;
    private final RowMapping mapping;

    NewTerms(Session database, FileRows rows, RowMapping mapping) {
        this.database = database;
        this.rows = rows;
        this.mapping = mapping;
    }

    /// Some finished files of a profile, in the order of their ids.
    public List<UUID> page(String profile, @Nullable UUID after, int most) {
        return database.createNativeQuery(PAGE, UUID.class)
                .setParameter("profile", profile)
                .setParameter("after", Objects.requireNonNullElse(after, START))
                .setParameter("most", most)
                .getResultList();
    }

    /// The file with its new terms; empty when it is no finished file any more.
    public Optional<FileRecord> give(UUID id, Profile present) {
        var row = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.state != FileState.FINISHED) {
            return Optional.empty();
        }
        row.terms = mapping.write(mapping.record(row).profile().withPicturesOf(present));
        return Optional.of(mapping.record(row));
    }
}
