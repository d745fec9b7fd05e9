package dev.slipway.hook;

import dev.slipway.file.Keys;
import dev.slipway.job.Jobs;
import dev.slipway.upload.FinishInBackground;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Turns notices into durable work, all of them in one transaction, and does nothing else: what
/// they say is looked at later, and anybody may have said it before.
@Singleton
final class TakeNotices {

    private final Optional<String> bucket;
    private final Jobs jobs;
    private final Clock clock;

    TakeNotices(HookConfig config, Jobs jobs, Clock clock) {
        this.bucket = config.bucket();
        this.jobs = jobs;
        this.clock = clock;
    }

    HookAnswer take(List<Notice> notices) {
        var wanted = notices.stream().map(this::work).flatMap(Optional::stream).toList();
        if (!wanted.isEmpty()) {
            // sorted, so that two messages about the same uploads do not wait for each other
            enqueue(new TreeSet<>(wanted));
        }
        return new HookAnswer(wanted.size(), notices.size() - wanted.size());
    }

    private Optional<Work> work(Notice notice) {
        return switch (notice) {
            case Notice.Created(var from, var key) ->
                    Keys.findUpload(key)
                            .filter(upload -> bucket.isEmpty() || bucket.get().equals(from))
                            .map(upload -> new Work(FinishInBackground.NAME, upload.toString()));
            case Notice.Subscription(var url) ->
                    Optional.of(new Work(ConfirmSubscription.NAME, confirmable(url).toString()));
            case Notice.Other() -> Optional.empty();
        };
    }

    private static SubscriptionUrl confirmable(String url) {
        return SubscriptionUrl.find(url).orElseThrow(() -> new InvalidSubscription().refusal());
    }

    private void enqueue(Collection<Work> wanted) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                wanted.forEach(
                                        work ->
                                                jobs.enqueue(
                                                        work.job(),
                                                        work.subject(),
                                                        clock.instant())));
    }
}
