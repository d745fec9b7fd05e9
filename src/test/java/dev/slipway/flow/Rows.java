package dev.slipway.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The tables as they are, for what no call of the program shows or does.
@Singleton
public final class Rows {

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    public int update(String statement, Object... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            set(update, values);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /// The first column of every row, as text.
    public List<String> texts(String query, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            set(select, values);
            var texts = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /// The first column of the only row.
    public String text(String query, Object... values) {
        var texts = texts(query, values);
        if (texts.size() != 1) {
            throw new AssertionError(texts.size() + " rows: " + query);
        }
        return texts.getFirst();
    }

    /// As many rows like this one, with ids and names of their own.
    ///
    /// @param mark what their names begin with
    public void multiply(String id, String mark, int times) {
        update(
                """
                insert into file select copy.* from file f, generate_series(1, ?) number,
                  lateral jsonb_populate_record(f, jsonb_build_object(
                    'id', md5(? || number)::uuid, 'file_name', ? || number)) copy
                where f.id = ?::uuid
                """,
                times,
                mark,
                mark,
                id);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
