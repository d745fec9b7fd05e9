package dev.slipway.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Stores variants while the next one is rendered. When it closes, nothing is under way any more.
final class StoreAside implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> begun = new ArrayList<>();

    void begin(Runnable storing) {
        begun.add(threads.submit(storing));
    }

    /// Waits for all of them; fails as the first that failed.
    void await() {
        for (var storing : begun) {
            try {
                storing.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException("a variant could not be stored", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while variants were stored", e);
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
