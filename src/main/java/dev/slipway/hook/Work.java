package dev.slipway.hook;

import java.util.Comparator;

/// A job and what it is for.
record Work(String job, String subject) implements Comparable<Work> {

    private static final Comparator<Work> ORDER =
            Comparator.comparing(Work::job).thenComparing(Work::subject);

    @Override
    public int compareTo(Work other) {
        return ORDER.compare(this, other);
    }
}
