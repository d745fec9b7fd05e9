package dev.slipway.ops;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Compares the storages with the rows, and tidies up when told to.
@CommandLine.Command(
        name = "reconcile",
        description = {
            "Compares the storages with the rows and prints what is amiss.",
            "Exit code 3: more would go than a restored database explains; nothing was removed."
        })
final class Reconcile implements Callable<Integer> {

    @CommandLine.Mixin final Options options = new Options();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    Reconcile() {}

    @Override
    public Integer call() {
        if (options.olderThan.isNegative()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--older-than cannot be negative.");
        }
        return CommandInside.run(ReconcileInside.class, spec, options.asArguments());
    }

    /// What the command can be told.
    static final class Options {

        @CommandLine.Option(
                names = "--apply",
                description = "Remove the objects that no row names.")
        boolean apply;

        @CommandLine.Option(
                names = "--older-than",
                defaultValue = "1d",
                paramLabel = "DURATION",
                description = "Only objects of this age; default: 1d.")
        Duration olderThan;

        @CommandLine.Option(
                names = "--storage",
                paramLabel = "NAME",
                description = "Only this storage; default: all that are configured.")
        @Nullable String storage;

        @CommandLine.Option(
                names = "--checksums",
                description = "Read again what has a SHA-256 and compare.")
        boolean checksums;

        @CommandLine.Option(
                names = "--force",
                description = "Remove even more than 1 %% of all objects.")
        boolean force;

        Options() {}

        /// As they are read again on the other side.
        String[] asArguments() {
            var arguments = new ArrayList<String>();
            arguments.add("--older-than=" + olderThan);
            if (apply) {
                arguments.add("--apply");
            }
            if (storage != null) {
                arguments.add("--storage=" + storage);
            }
            if (checksums) {
                arguments.add("--checksums");
            }
            if (force) {
                arguments.add("--force");
            }
            return arguments.toArray(String[]::new);
        }

        static Options of(String... arguments) {
            var options = new Options();
            new CommandLine(options)
                    .registerConverter(Duration.class, DurationConverter::parseDuration)
                    .parseArgs(arguments);
            return options;
        }
    }
}
