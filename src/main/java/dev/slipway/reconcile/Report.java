package dev.slipway.reconcile;

import java.util.List;
import java.util.stream.Stream;

/// What a comparison has seen: how many objects, those that no row names, those that rows name
/// and that are not there, those whose bytes are not those of their SHA-256 (where that was
/// asked); storages that were left out, and why.
public record Report(
        long objects,
        Findings objectsWithoutRow,
        Findings rowsWithoutObject,
        Findings damaged,
        List<Skipped> skipped) {

    static final Report EMPTY =
            new Report(0, Findings.NONE, Findings.NONE, Findings.NONE, List.of());

    public Report {
        skipped = List.copyOf(skipped);
    }

    /// A storage that was not compared.
    public record Skipped(String storage, String reason) {}

    static Report ofSkipped(String storage, String reason) {
        return new Report(
                0,
                Findings.NONE,
                Findings.NONE,
                Findings.NONE,
                List.of(new Skipped(storage, reason)));
    }

    static Report ofDamaged(Findings damaged) {
        return new Report(0, Findings.NONE, Findings.NONE, damaged, List.of());
    }

    Report plus(Report more) {
        return new Report(
                objects + more.objects,
                objectsWithoutRow.plus(more.objectsWithoutRow),
                rowsWithoutObject.plus(more.rowsWithoutObject),
                damaged.plus(more.damaged),
                Stream.concat(skipped.stream(), more.skipped.stream()).toList());
    }
}
