package dev.slipway.image.libvips;

import dev.slipway.image.Refused;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends the work on a picture that takes too long. What libvips does in one piece, such as the
/// encoding of an AVIF, is ended after that piece. Closes before the job whose images it
/// watches.
final class Deadline implements AutoCloseable {

    private static final long LOOK_MILLIS = 50;

    private final Libvips vips;
    private final Duration limit;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long left;
    private long since = System.nanoTime();
    private boolean paused;
    private MemorySegment watched = MemorySegment.NULL;

    private Deadline(Libvips vips, Duration limit) {
        this.vips = vips;
        this.limit = limit;
        left = limit.toNanos();
    }

    static Deadline in(Duration limit, Libvips vips) {
        var deadline = new Deadline(vips, limit);
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
        pause();
        try {
            work.run();
        } finally {
            resume();
        }
    }

    /// Refuses what has taken too long.
    void check() throws Refused {
        if (hasPassed()) {
            throw Refused.tooMany(
                    "The picture takes longer than " + limit.toSeconds() + " s to render.");
        }
    }

    synchronized boolean hasPassed() {
        return !paused && System.nanoTime() - since > left;
    }

    @Override
    public void close() {
        forget();
        closed.countDown();
    }

    private synchronized void pause() {
        left -= System.nanoTime() - since;
        paused = true;
    }

    private synchronized void resume() {
        since = System.nanoTime();
        paused = false;
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
