package dev.slipway.faults;

import java.time.Duration;

/// What goes wrong with a call.
public sealed interface Fault {

    Fault INTERNAL_ERROR = new Refuse(500, "InternalError");
    Fault SLOW_DOWN = new Refuse(503, "SlowDown");
    Fault TOO_MANY_REQUESTS = new Refuse(429, "TooManyRequests");
    /// As S3 ends a copy that fails after its first bytes have been sent.
    Fault ERROR_IN_A_200 = new Refuse(200, "InternalError");
    Fault CUT = new Cut();
    Fault BREAK_OFF = new BreakOff(false);
    Fault BREAK_OFF_EARLY = new BreakOff(true);
    Fault TIME_OUT = new Stall(Duration.ofMinutes(1));
    Fault LATE = new Stall(Duration.ofMillis(200));

    /// The answer is an error.
    record Refuse(int status, String code) implements Fault {
        @Override
        public String toString() {
            return "answered with " + status + " " + code;
        }
    }

    /// The connection ends without an answer.
    record Cut() implements Fault {
        @Override
        public String toString() {
            return "cut";
        }
    }

    /// The answer (503 where the call does not reach the storage) ends in the middle of its body,
    /// or of its headers, where there is none or `inHeaders`.
    record BreakOff(boolean inHeaders) implements Fault {
        @Override
        public String toString() {
            return "broken off in the " + (inHeaders ? "headers" : "body");
        }
    }

    /// The right answer, but only after so much time, or once the fault is taken away: by then
    /// the client may have gone, and the call takes effect all the same.
    record Stall(Duration most) implements Fault {
        @Override
        public String toString() {
            return "held for " + most;
        }
    }

    /// Whether the call takes effect although it fails.
    enum Moment {
        BEFORE,
        AFTER
    }

    /// Which of the calls it strikes: `times` of them, the first being number `from`, counted
    /// from 1.
    record Turn(int from, int times) {

        public static final Turn EVERY = new Turn(1, Integer.MAX_VALUE);

        public static Turn only(int number) {
            return new Turn(number, 1);
        }

        boolean strikes(int number) {
            return number >= from && number - from < times;
        }
    }
}
