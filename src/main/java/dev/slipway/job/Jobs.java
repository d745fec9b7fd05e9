package dev.slipway.job;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Enqueues work in the caller's transaction: it exists if and only if the transaction commits,
/// and starts as soon as it has.
@Singleton
public final class Jobs {

    /// db-scheduler's own insert would fail, and the transaction with it, where two enqueue the
    /// same work at the same moment. Running work may have looked before this transaction
    /// committed: it is marked to run once more.
    private static final String ENQUEUE =
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, ?, ?, false, 1)
            on conflict (task_name, task_instance) do update set
              execution_time = case when scheduled_tasks.picked then scheduled_tasks.execution_time
                else least(scheduled_tasks.execution_time, excluded.execution_time) end,
              again_at = case when scheduled_tasks.picked
                then least(scheduled_tasks.again_at, excluded.execution_time) end,
              version = scheduled_tasks.version
                + case when scheduled_tasks.picked then 0 else 1 end
            """;

    private static final String FORGET =
            """
            delete from scheduled_tasks
            where task_name = ? and task_instance = ? and again_at is null
            """;

    private static final String REPEAT =
            """
            update scheduled_tasks set
              execution_time = again_at, again_at = null, picked = false, picked_by = null,
              last_heartbeat = null, consecutive_failures = 0, version = version + 1
            where task_name = ? and task_instance = ? and again_at is not null
            """;

    private final AgroalDataSource database;
    private final Event<WorkEnqueued> enqueued;

    Jobs(AgroalDataSource database, Event<WorkEnqueued> enqueued) {
        this.database = database;
        this.enqueued = enqueued;
    }

    /// Work for `subject`, due at `at`. Where the same work is already waiting, it is due at
    /// the earlier of both times; where it is running, it runs once more.
    public void enqueue(String job, String subject, Instant at) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ENQUEUE)) {
            insert.setString(1, job);
            insert.setString(2, subject);
            insert.setObject(
                    3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot enqueue " + job + " for " + subject, e);
        }
        enqueued.fire(new WorkEnqueued());
    }

    /// Ends work that is done, unless it was enqueued meanwhile.
    void done(String job, String subject) {
        if (update(FORGET, job, subject) == 0) {
            repeat(job, subject);
        }
    }

    /// Lets work run once more when it was enqueued while it ran.
    void repeat(String job, String subject) {
        if (update(REPEAT, job, subject) > 0) {
            enqueued.fire(new WorkEnqueued());
        }
    }

    private int update(String statement, String job, String subject) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, job);
            update.setString(2, subject);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot end " + job + " for " + subject, e);
        }
    }

    /// Announced inside the transaction, where there is one.
    record WorkEnqueued() {}
}
