package dev.slipway.scan;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Gives the program under test a fake scanner that finds [Marker], and can be out of order or
/// very slow.
public final class FakeClamdResource implements QuarkusTestResourceLifecycleManager {

    /// As long as this is true it closes each connection without a word.
    public static final AtomicBoolean OUT_OF_ORDER = new AtomicBoolean();

    private static final AtomicReference<CountDownLatch> BUSY =
            new AtomicReference<>(new CountDownLatch(0));

    private @Nullable FakeClamd clamd;

    /// What it finds.
    public static byte[] marker() {
        return Marker.bytes();
    }

    /// From now on it answers nobody until the latch is counted down.
    public static CountDownLatch busy() {
        var busy = new CountDownLatch(1);
        BUSY.set(busy);
        return busy;
    }

    @Override
    public Map<String, String> start() {
        var started =
                FakeClamd.doing(
                        (in, out) -> {
                            BUSY.get().await();
                            if (!OUT_OF_ORDER.get()) {
                                FakeClamd.scan(in, out);
                            }
                        });
        clamd = started;
        return Map.of(
                "slipway.scan",
                "clamd",
                "slipway.scan.clamd.host",
                "127.0.0.1",
                "slipway.scan.clamd.port",
                String.valueOf(started.port()));
    }

    @Override
    public void stop() {
        try {
            if (clamd != null) {
                clamd.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
