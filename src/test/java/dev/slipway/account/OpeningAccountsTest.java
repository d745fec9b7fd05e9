package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dev.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D133: a database from before there were accounts")
class OpeningAccountsTest {

    private static final String ROW =
            """
            insert into file (id, state, storage, owner, profile, terms, file_name,
              original_file_name, file_type, created_at, expires_at,
              signed_size, content_id, size, replaces)
            values ('%1$s', '%2$s', 'local', '%3$s', 'default', '{"max_size": 1000}', '%1$s',
              'a.png', 'image/png', now(), now(), %4$s, %5$s, %6$s, %7$s)
            """;

    private final String url = EmbeddedDatabase.empty().jdbcUrl();
    private Connection database;

    @BeforeEach
    void asItWas() throws SQLException {
        migrate("2");
        database = DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.USER);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void opensEachAccountWithWhatIsThere() throws SQLException {
        row(1, "pending", "alice", "100", null, null, null);
        row(2, "verifying", "alice", "null", null, null, null);
        row(3, "finished", "alice", "null", id(3), "10", null);
        row(4, "rejected", "alice", "7", null, null, null);
        row(5, "deleted", "bob", "7", id(5), "7", null);
        row(6, "finished", "bob", "null", id(7), "70", null);
        row(7, "merged", "root", "null", null, null, id(6));
        execute(
                """
                insert into file_version (file_id, version, content_id, object_key, etag, size,
                  file_type, original_file_name, upload_finished_at, replaced_at, replaced_by,
                  kept_until)
                values ('%1$s', 1, '%1$s', 'k', 'e', 60, 'image/png', 'a.png', now(), now(),
                  'root', now())
                """
                        .formatted(id(6)));
        migrate("3");
        assertThat(accounts())
                .isEqualTo(
                        Map.of(
                                "alice",
                                "1110 bytes, 2",
                                "bob",
                                "60 bytes, 0",
                                "root",
                                "70 bytes, 0"));
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, EmbeddedDatabase.USER, EmbeddedDatabase.USER)
                .target(version)
                .load()
                .migrate();
    }

    private void row(
            int number,
            String state,
            String owner,
            String signedSize,
            String contentId,
            String size,
            String replaces)
            throws SQLException {
        execute(
                ROW.formatted(
                        id(number),
                        state,
                        owner,
                        signedSize,
                        quoted(contentId),
                        size,
                        quoted(replaces)));
    }

    private static String id(int number) {
        return "01990000-0000-7000-8000-00000000000" + number;
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private void execute(String statement) throws SQLException {
        try (var doing = database.createStatement()) {
            doing.execute(statement);
        }
    }

    private Map<String, String> accounts() throws SQLException {
        var accounts = new TreeMap<String, String>();
        try (var query = database.createStatement();
                var row = query.executeQuery("select owner, used_bytes, pending from account")) {
            while (row.next()) {
                accounts.put(row.getString(1), row.getLong(2) + " bytes, " + row.getInt(3));
            }
        }
        return accounts;
    }
}
