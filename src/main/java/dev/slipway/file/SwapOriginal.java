package dev.slipway.file;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/// Gives a content another object: of the same picture, but not the same bytes.
@Singleton
@Transactional
public class SwapOriginal {

    /// How it went.
    public enum Outcome {
        SWAPPED,
        /// The file is under a legal hold: nothing may remove what was brought.
        HELD,
        /// The run that made the other object is wanted no more, or its content is gone.
        WANTED_NO_MORE
    }

    private final NameOriginal nameOriginal;
    private final Charges charges;
    private final QueueForgetting queueForgetting;
    private final Event<FileChanged> changes;

    SwapOriginal(
            NameOriginal nameOriginal,
            Charges charges,
            QueueForgetting queueForgetting,
            Event<FileChanged> changes) {
        this.nameOriginal = nameOriginal;
        this.charges = charges;
        this.queueForgetting = queueForgetting;
        this.changes = changes;
    }

    /// Records `after` where the content still has the object that the run began with, which then
    /// goes at once. Otherwise the new one goes, after the grace.
    public Outcome swap(Run run, Content after) {
        var outcome = nameOriginal.name(run, after);
        if (outcome == Outcome.SWAPPED) {
            charges.resized(run.contentId(), after.size());
            queueForgetting.object(run.file().finishedContent().key());
            changes.fire(new FileChanged(run.file().id()));
        }
        // also: a mirror that was just copying the old one has it a little later
        queueForgetting.strays(run.contentId());
        return outcome;
    }
}
