package dev.slipway.hook;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A fake: it goes nowhere and notes where it was to go.
@Alternative
@Priority(1)
@Singleton
final class NotedVisits implements VisitPage {

    private final BlockingQueue<URI> addresses = new LinkedBlockingQueue<>();

    @Override
    public int visit(URI address) {
        addresses.add(address);
        return 200;
    }

    BlockingQueue<URI> addresses() {
        return addresses;
    }
}
