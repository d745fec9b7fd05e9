package dev.slipway.ops;

import dev.slipway.reconcile.Findings;
import dev.slipway.reconcile.RemoveStrays;
import dev.slipway.reconcile.Report;
import dev.slipway.storage.Storages;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import picocli.CommandLine;

/// The part of `reconcile` that needs database and storages.
@Singleton
final class ReconcileInside implements QuarkusApplication {

    private static final int BRAKED = 3;

    private final RemoveStrays removeStrays;
    private final Storages storages;

    ReconcileInside(RemoveStrays removeStrays, Storages storages) {
        this.removeStrays = removeStrays;
        this.storages = storages;
    }

    @Override
    public int run(String... arguments) {
        var options = Reconcile.Options.of(arguments);
        if (options.storage != null && storages.find(options.storage).isEmpty()) {
            System.err.println("There is no storage '" + options.storage + "' configured.");
            return CommandLine.ExitCode.USAGE;
        }
        var outcome =
                removeStrays.run(
                        new RemoveStrays.Wish(
                                options.apply,
                                options.olderThan,
                                options.storage,
                                options.checksums,
                                options.force));
        print(outcome.report(), System.out);
        if (outcome.braked()) {
            System.err.println(
                    "Nothing was removed: more than one object in a hundred would go, as with a"
                            + " database that was restored. --force removes them.");
            return BRAKED;
        }
        System.out.println("removed: " + outcome.removed());
        return outcome.report().skipped().isEmpty()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static void print(Report report, PrintStream out) {
        out.println("objects: " + report.objects());
        print("objects without a row", report.objectsWithoutRow(), out);
        print("rows without an object", report.rowsWithoutObject(), out);
        print("damaged objects", report.damaged(), out);
        report.skipped()
                .forEach(
                        skipped ->
                                out.printf(
                                        "left out: %s. %s%n", skipped.storage(), skipped.reason()));
    }

    private static void print(String what, Findings findings, PrintStream out) {
        out.println(what + ": " + findings.count());
        findings.examples()
                .forEach(example -> out.println("  " + example.storage() + " " + example.key()));
    }
}
