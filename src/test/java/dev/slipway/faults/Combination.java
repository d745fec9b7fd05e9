package dev.slipway.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One way to fail one step of an upload. A step is a kind of call: the same name for every
/// upload of the same bytes.
record Combination(String step, Fault fault, Fault.Moment moment, Fault.Turn turn) {

    private static final List<Fault> ALL =
            List.of(
                    Fault.TIME_OUT,
                    Fault.CUT,
                    Fault.BREAK_OFF,
                    Fault.BREAK_OFF_EARLY,
                    Fault.INTERNAL_ERROR,
                    Fault.SLOW_DOWN,
                    Fault.TOO_MANY_REQUESTS);

    private static final List<Fault> ONE_OF_A_KIND =
            List.of(
                    Fault.TIME_OUT,
                    Fault.LATE,
                    Fault.CUT,
                    Fault.BREAK_OFF,
                    Fault.BREAK_OFF_EARLY,
                    Fault.INTERNAL_ERROR);

    private static final List<Fault> FEW = List.of(Fault.TIME_OUT, Fault.CUT, Fault.INTERNAL_ERROR);

    private static final List<String> ANSWERED_EARLY = List.of("COPY", "COMPLETE");

    /// Every fault at every step, for as long as a test wants.
    static List<Combination> outages(List<String> steps) {
        return of(steps, ALL, Fault.Turn.EVERY);
    }

    /// The three ways to fail at every step, for as long as a test wants.
    static List<Combination> fewOutages(List<String> steps) {
        return of(steps, FEW, Fault.Turn.EVERY);
    }

    /// The step is held for as long as a test wants, before it takes effect or after.
    static List<Combination> held(String step) {
        return Stream.of(Fault.Moment.values())
                .map(moment -> new Combination(step, Fault.TIME_OUT, moment, Fault.Turn.EVERY))
                .toList();
    }

    /// A fault of each kind at every step, once.
    static List<Combination> blips(List<String> steps) {
        return of(steps, ONE_OF_A_KIND, Fault.Turn.only(1));
    }

    private static List<Combination> of(List<String> steps, List<Fault> faults, Fault.Turn turn) {
        var all = new ArrayList<Combination>();
        for (var step : steps) {
            for (var moment : Fault.Moment.values()) {
                faults.forEach(fault -> all.add(new Combination(step, fault, moment, turn)));
                if (ANSWERED_EARLY.stream().anyMatch(step::startsWith)) {
                    all.add(new Combination(step, Fault.ERROR_IN_A_200, moment, turn));
                }
            }
        }
        return all;
    }

    /// Whether the SDK tries again: not once it has seen the headers of an answer.
    boolean isHealedByARetry() {
        return turn.times() == 1 && !fault.equals(Fault.BREAK_OFF);
    }

    /// The step that this call is, seen from the upload with this id.
    static String step(Call call, String id) {
        if (call.operation().equals("LIST")) {
            return "LIST";
        }
        return call.toString()
                .replaceAll("\\S*incoming/" + id, "incoming")
                .replaceAll("\\S*/" + id + "/", "")
                // what a storage without conditions adds to the name of a copy
                .replaceAll("([0-9a-f]+)-[0-9a-f]{16}\\.", "$1-copy.");
    }

    /// The calls of this step for this upload.
    Predicate<Call> calls(String id) {
        return call -> call.isAbout(id) && step(call, id).equals(step);
    }

    @Override
    public String toString() {
        var when = moment == Fault.Moment.BEFORE ? "before" : "after";
        return "%s is %s %s it took effect".formatted(step, fault, when);
    }
}
