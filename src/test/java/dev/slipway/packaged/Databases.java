package dev.slipway.packaged;

import dev.slipway.dev.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// Empty databases on one PostgreSQL, which lives as long as the tests.
final class Databases {

    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.empty();

    private static int made;

    private Databases() {}

    /// The URL of a new, empty one.
    static synchronized String create() throws SQLException {
        var name = "packaged" + ++made;
        try (var connection = connect(SERVER.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name);
    }

    static Map<String, String> settings(String url) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", EmbeddedDatabase.USER,
                "quarkus.datasource.password", EmbeddedDatabase.USER);
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.USER);
    }
}
