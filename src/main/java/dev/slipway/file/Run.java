package dev.slipway.file;

import dev.slipway.image.VariantPlan;
import java.util.List;
import java.util.UUID;

/// One run of the work on a picture: `number` counts those of its content from 1, `attempt` the
/// tries of this one. The `file` and the `plans` that are queued of it are as they were when it
/// began, at one moment.
public record Run(FileRecord file, List<VariantPlan> plans, int number, int attempt) {

    public Run {
        plans = List.copyOf(plans);
    }

    public UUID contentId() {
        return file.finishedContent().id();
    }

    /// Whether others before it may have stored something.
    public boolean isRepeated() {
        return number > 1 || attempt > 1;
    }
}
