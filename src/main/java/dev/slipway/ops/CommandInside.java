package dev.slipway.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Runs a command that needs database and storages: the program without its HTTP side and
/// without its jobs, logging to standard error.
final class CommandInside {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.flyway.migrate-at-start", "false",
                    "quarkus.log.console.stderr", "true",
                    "slipway.jobs.enabled", "false");

    private CommandInside() {}

    static int run(
            Class<? extends QuarkusApplication> application,
            CommandLine.Model.CommandSpec spec,
            String... arguments) {
        SETTINGS.forEach(System::setProperty);
        var exitCode = new AtomicInteger(CommandLine.ExitCode.SOFTWARE);
        Quarkus.run(
                application,
                (code, failure) -> exitCode.set(end(code, failure, spec.commandLine().getErr())),
                arguments);
        return exitCode.get();
    }

    private static int end(int code, @Nullable Throwable failure, PrintWriter err) {
        if (failure == null) {
            return code;
        }
        StartFailure.findSentence(failure)
                .ifPresentOrElse(err::println, () -> failure.printStackTrace(err));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
