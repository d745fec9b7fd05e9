package dev.slipway.ops;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Moves all files to another storage.
@CommandLine.Command(
        name = "migrate",
        description = {
            "Copies all files to another storage, verifies each copy, and then reads them there.",
            "May be stopped and run again."
        })
final class Migrate implements Callable<Integer> {

    @CommandLine.Mixin final Options options = new Options();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    Migrate() {}

    @Override
    public Integer call() {
        return CommandInside.run(MigrateInside.class, spec, options.asArguments());
    }

    /// What the command can be told.
    static final class Options {

        @CommandLine.Option(
                names = "--from",
                required = true,
                paramLabel = "NAME",
                description = "The storage where the files are: local or s3.")
        String from;

        @CommandLine.Option(
                names = "--to",
                required = true,
                paramLabel = "NAME",
                description = "The storage where they go.")
        String to;

        @CommandLine.Option(
                names = "--delete-source",
                description = {
                    "Remove what has been moved from the storage where it was, once the links to",
                    "it have expired: what remains goes with a later run."
                })
        boolean deleteSource;

        Options() {}

        /// As they are read again on the other side.
        String[] asArguments() {
            return Stream.concat(
                            Stream.of("--from=" + from, "--to=" + to),
                            deleteSource ? Stream.of("--delete-source") : Stream.of())
                    .toArray(String[]::new);
        }

        static Options of(String... arguments) {
            var options = new Options();
            new CommandLine(options).parseArgs(arguments);
            return options;
        }
    }
}
