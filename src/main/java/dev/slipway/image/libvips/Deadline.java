package dev.slipway.image.libvips;

import dev.slipway.image.Refused;
import dev.slipway.image.TimeLimit;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends the work on a picture that takes too long. What libvips does in one piece, such as the
/// encoding of an AVIF, is ended after that piece. Closes before the job whose images it
/// watches.
final class Deadline implements AutoCloseable {

    private static final long LOOK_MILLIS = 50;

    private final Libvips vips;
    private final TimeLimit time;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean paused;
    private MemorySegment watched = MemorySegment.NULL;

    private Deadline(Libvips vips, TimeLimit time) {
        this.vips = vips;
        this.time = time;
    }

    static Deadline at(TimeLimit time, Libvips vips) {
        var deadline = new Deadline(vips, time);
        Thread.ofVirtual().name("libvips-deadline").start(deadline::lookUntilClosed);
        return deadline;
    }

    /// This image is evaluated next.
    synchronized VipsImage watch(VipsImage image) {
        // by its bare address: the job's own segment is for its own thread
        watched = MemorySegment.ofAddress(image.object().address());
        return image;
    }

    /// The image that is watched is about to be freed.
    synchronized void forget() {
        watched = MemorySegment.NULL;
    }

    /// Does what the picture is not to blame for.
    void pauseFor(Runnable work) {
        pause(true);
        try {
            time.pauseFor(work);
        } finally {
            pause(false);
        }
    }

    /// Refuses what has taken too long.
    void check() throws Refused {
        if (hasPassed()) {
            throw time.refused();
        }
    }

    synchronized boolean hasPassed() {
        return !paused && time.hasPassed();
    }

    @Override
    public void close() {
        forget();
        closed.countDown();
    }

    private synchronized void pause(boolean now) {
        paused = now;
    }

    private void lookUntilClosed() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                killWhenPassed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Again with every look: libvips forgets a kill when it begins to evaluate an image.
    private synchronized void killWhenPassed() {
        if (hasPassed() && !watched.equals(MemorySegment.NULL)) {
            vips.imageSetKill.run(watched, 1);
        }
    }
}
