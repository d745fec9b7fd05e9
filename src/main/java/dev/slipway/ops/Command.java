package dev.slipway.ops;

import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import picocli.CommandLine;

/// The commands of the packaged program. They run without the server: no database, no storage
/// and none of their settings are needed, and standard output carries the result alone. A
/// command that needs a part of the server starts Quarkus itself.
@CommandLine.Command(
        name = "slipway",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        description = "Without a command: the server.",
        subcommands = {Keys.class, Token.class, Reconcile.class, Migrate.class})
public final class Command {

    Command() {}

    /// Runs one command.
    ///
    /// @return its exit code: 0 when it did what was asked, 1 when it could not, 2 when it was
    /// asked wrongly
    public static int run(String... args) {
        return new CommandLine(new Command())
                .registerConverter(Duration.class, DurationConverter::parseDuration)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command))
                .execute(args);
    }

    /// A file that cannot be read or written needs no stack trace; a bug does.
    private static int failed(Exception failure, CommandLine command) throws Exception {
        var sentence =
                switch (failure) {
                    case NoSuchFileException missing -> "There is no " + missing.getFile() + ".";
                    case AccessDeniedException closed ->
                            closed.getFile() + " may not be read or written.";
                    case FileSystemException other -> other.getMessage();
                    default -> throw failure;
                };
        command.getErr().println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
