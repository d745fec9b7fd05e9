package dev.slipway.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/// Tries failed work again, first after five seconds, then doubling up to an hour, without end:
/// what should give up counts its attempts itself and records why.
final class BackOff implements FailureHandler<Void> {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> work) {
        work.reschedule(
                failed,
                failed.getTimeDone().plus(after(failed.getExecution().consecutiveFailures)));
    }

    static Duration after(int failuresBefore) {
        var wait = FIRST.multipliedBy(1L << Math.min(failuresBefore, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
