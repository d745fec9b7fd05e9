package dev.slipway.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;

/// Sets db-scheduler up: the queue is a table of our own database, safe with many nodes (`FOR
/// UPDATE SKIP LOCKED`, heartbeats).
@Singleton
final class JobScheduler {

    /// Whatever refuses to start has done so by then: no job runs into a program that goes down.
    private static final int AFTER_ALL_CHECKS = 10_000;

    private final Scheduler scheduler;
    private final boolean enabled;

    JobScheduler(
            AgroalDataSource database,
            @All List<Job> kinds,
            @All List<Recurring> recurring,
            Jobs jobs,
            JobConfig config) {
        this.enabled = config.enabled();
        this.scheduler =
                Scheduler.create(
                                database,
                                kinds.stream().<Task<?>>map(kind -> task(kind, jobs)).toList())
                        .startTasks(recurring.stream().map(JobScheduler::task).toList())
                        .threads(config.threads())
                        .pollUsingLockAndFetch(0.5, 4.0)
                        .pollingInterval(config.pollingInterval())
                        .heartbeatInterval(config.heartbeat())
                        .missedHeartbeatsLimit(4)
                        .shutdownMaxWait(config.shutdownWait())
                        .failureLogging(LogLevel.WARN, true)
                        .build();
    }

    void start(@Observes @Priority(AFTER_ALL_CHECKS) StartupEvent event) {
        if (enabled) {
            scheduler.start();
        }
    }

    void startAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.WorkEnqueued event) {
        if (enabled) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(Recurring work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.interval()))
                .execute((_, _) -> work.run());
    }

    private static Task<Void> task(Job job, Jobs jobs) {
        return Tasks.custom(job.name(), Void.class)
                .onFailure(new BackOff())
                .onDeadExecutionRevive()
                .execute(
                        (instance, context) -> {
                            var subject = instance.getId();
                            var attempt = context.getExecution().consecutiveFailures + 1;
                            return switch (job.run(subject, attempt)) {
                                case Job.Outcome.Done() ->
                                        (complete, work) -> jobs.done(job.name(), subject);
                                case Job.Outcome.Again(var at) ->
                                        (complete, work) -> {
                                            work.reschedule(complete, at);
                                            jobs.repeat(job.name(), subject);
                                        };
                            };
                        });
    }
}
