package dev.slipway.ops;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds, in what stopped the server, the one sentence that helps whoever runs it. A failure
/// that no setting explains has none: there the stack trace is the message.
final class StartFailure {

    private static final String OURS = "dev.slipway.";

    private StartFailure() {}

    static Optional<String> findSentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case ConfigValidationException wrong -> Optional.of(problems(wrong));
            case ConfigurationException wrong -> Optional.ofNullable(wrong.getMessage());
            case QuarkusBindException taken ->
                    Optional.of("port " + taken.getPort() + " is taken.");
            case SQLException database when isOutOfReach(database) ->
                    Optional.of("the database cannot be used: " + database.getMessage());
            case IllegalStateException ours when isThrownByUs(ours) ->
                    Optional.ofNullable(ours.getMessage());
            case UncheckedIOException ours when isThrownByUs(ours) ->
                    Optional.ofNullable(ours.getMessage());
            default -> Optional.empty();
        };
    }

    private static String problems(ConfigValidationException wrong) {
        return IntStream.range(0, wrong.getProblemCount())
                .mapToObj(index -> wrong.getProblem(index).getMessage())
                .collect(Collectors.joining("; "));
    }

    /// Whether nobody answers, or not to us, or not under this name (classes 08, 28 and 3D of
    /// SQL states), or the URL is no driver's: such an exception has no state.
    private static boolean isOutOfReach(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D");
    }

    /// Our own code says in its exceptions what is wrong.
    private static boolean isThrownByUs(Throwable cause) {
        var trace = cause.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(OURS);
    }
}
