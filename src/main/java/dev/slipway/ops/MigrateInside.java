package dev.slipway.ops;

import dev.slipway.reconcile.MigrateFiles;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import picocli.CommandLine;

/// The part of `migrate` that needs database and storages.
@Singleton
final class MigrateInside implements QuarkusApplication {

    private final MigrateFiles migrateFiles;

    MigrateInside(MigrateFiles migrateFiles) {
        this.migrateFiles = migrateFiles;
    }

    @Override
    public int run(String... arguments) {
        var options = Migrate.Options.of(arguments);
        try {
            var outcome = migrateFiles.migrate(options.from, options.to, options.deleteSource);
            System.out.println("files moved: " + outcome.moved());
            System.out.println("objects removed: " + outcome.removed());
            System.out.println("objects remaining: " + outcome.remaining());
            System.out.println("files left: " + outcome.left().size());
            outcome.left().forEach(id -> System.out.println("  " + id));
            return outcome.left().isEmpty()
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        } catch (IllegalArgumentException wrong) {
            System.err.println("Nothing was moved: " + wrong.getMessage() + ".");
            return CommandLine.ExitCode.USAGE;
        }
    }
}
