package dev.slipway.job;

import java.time.Duration;

/// Durable work that comes back by itself: a bean that runs at once when it is new to the
/// database, and then again, `interval` after the end of each run, on one node of the cluster at
/// a time. A run that fails, or whose node dies, is followed by the next one all the same. A
/// shorter interval counts from the next start on, a longer one after the next run.
public interface Recurring {

    /// The stable name of this work.
    String name();

    /// The time between two runs.
    Duration interval();

    /// Does the work once, outside of any transaction.
    void run();
}
