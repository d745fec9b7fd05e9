package dev.slipway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What stopped the server")
class StartFailureTest {

    @Test
    void isSaidInTheWordsOfOurOwnCode() {
        var wrongSetting = new IllegalStateException("slipway.storage is 'tape'");
        var noFolder = new UncheckedIOException("there is no folder", new IOException("closed"));

        assertThat(StartFailure.findSentence(started(wrongSetting)))
                .hasValue("slipway.storage is 'tape'");
        assertThat(StartFailure.findSentence(started(noFolder))).hasValue("there is no folder");
    }

    @Test
    void isNotGuessedFromTheWordsOfOthers() {
        var bug = new IllegalStateException("stream has already been operated upon");
        bug.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("java.util.stream.Stream", "map", "Stream.java", 1)
                });

        assertThat(StartFailure.findSentence(started(bug))).isEmpty();
        assertThat(StartFailure.findSentence(new NullPointerException("a bug of ours"))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "28P01", "3D000"})
    void isADatabaseThatDoesNotLetUsIn(String state) {
        var refused = new SQLException("Connection refused", state);

        assertThat(StartFailure.findSentence(started(refused)))
                .hasValue("the database cannot be used: Connection refused");
    }

    @Test
    void isToldAtLengthWhenAMigrationFails() {
        var broken = new SQLException("column does not exist", "42703");

        assertThat(StartFailure.findSentence(started(broken))).isEmpty();
    }

    private static Throwable started(Exception cause) {
        return new RuntimeException("Failed to start quarkus", cause);
    }
}
