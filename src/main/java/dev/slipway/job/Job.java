package dev.slipway.job;

import java.time.Instant;

/// A kind of durable work: a bean that does it for one subject (an id or a key). It runs at
/// least once, so running it twice must do no harm; it runs outside of any transaction. An
/// exception means another try after a back-off that doubles from five seconds to an hour.
public interface Job {

    /// The stable name that is stored with each piece of work.
    String name();

    /// Does the work. `attempt` counts from 1 and grows with each failure in a row.
    Outcome run(String subject, int attempt);

    /// How a run ended.
    sealed interface Outcome {

        /// Finished: the work is forgotten.
        record Done() implements Outcome {}

        /// Not over: the same work is due once more at `at`.
        record Again(Instant at) implements Outcome {}
    }
}
