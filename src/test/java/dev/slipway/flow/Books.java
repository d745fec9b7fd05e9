package dev.slipway.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Audits the accounts: what they say, and whether that is the sum of the rows.
@Singleton
public final class Books {

    /// One statement, so it sees the rows and the accounts of one moment.
    private static final String WRONG =
            """
            select owner, a.used_bytes, a.pending, f.bytes, f.pending
            from account a full join (
              select owner, sum(charged) as bytes,
                count(*) filter (where state in ('pending', 'verifying')) as pending
              from file group by owner) f using (owner)
            where coalesce(a.used_bytes, 0) <> coalesce(f.bytes, 0)
              or coalesce(a.pending, 0) <> coalesce(f.pending, 0)
            """;

    private final AgroalDataSource database;

    Books(AgroalDataSource database) {
        this.database = database;
    }

    public record Account(long usedBytes, int pending) {}

    public Account of(String owner) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select used_bytes, pending from account where owner = ?")) {
            query.setString(1, owner);
            var found = query.executeQuery();
            return found.next()
                    ? new Account(found.getLong(1), found.getInt(2))
                    : new Account(0, 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The accounts that are not the sum of their rows.
    public List<String> wrong() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(WRONG)) {
            var wrong = new ArrayList<String>();
            for (var row = query.executeQuery(); row.next(); ) {
                wrong.add(
                        "%s has %s bytes and %s pending, its rows %s and %s"
                                .formatted(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)));
            }
            return wrong;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All uploads of this owner, whatever became of them.
    public List<UUID> uploadsOf(String owner) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id from file where owner = ?")) {
            query.setString(1, owner);
            var ids = new ArrayList<UUID>();
            for (var row = query.executeQuery(); row.next(); ) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
