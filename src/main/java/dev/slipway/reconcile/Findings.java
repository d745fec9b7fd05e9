package dev.slipway.reconcile;

import java.util.List;
import java.util.stream.Stream;

/// How many objects something is amiss with, and some of them.
public record Findings(long count, List<Finding> examples) {

    static final int MOST_EXAMPLES = 100;

    static final Findings NONE = new Findings(0, List.of());

    public Findings {
        examples = List.copyOf(examples);
    }

    static Findings of(List<Finding> all) {
        return new Findings(all.size(), all.stream().limit(MOST_EXAMPLES).toList());
    }

    Findings plus(Findings more) {
        return new Findings(
                count + more.count,
                Stream.concat(examples.stream(), more.examples.stream())
                        .limit(MOST_EXAMPLES)
                        .toList());
    }
}
