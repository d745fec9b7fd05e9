package dev.slipway.hook;

import dev.slipway.job.Job;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/// Tells Amazon SNS that its messages are wanted, by visiting the address that it gave. Its
/// subject is that address, judged again because the queue is a table.
@Singleton
final class ConfirmSubscription implements Job {

    static final String NAME = "confirm-subscription";

    /// The token in an address holds for two days; at an hour between two tries it is over by
    /// then.
    static final int MOST_ATTEMPTS = 55;

    private static final Logger LOG = Logger.getLogger(ConfirmSubscription.class);

    private final VisitPage visitPage;

    ConfirmSubscription(VisitPage visitPage) {
        this.visitPage = visitPage;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var url = SubscriptionUrl.find(subject);
        if (attempt > MOST_ATTEMPTS) {
            LOG.warn("gave up confirming a subscription to storage events: subscribe again");
        } else if (url.isPresent()) {
            confirm(url.get());
        }
        return new Outcome.Done();
    }

    private void confirm(SubscriptionUrl url) {
        var host = url.address().getHost();
        var status = visit(url);
        if (status / 100 == 2) {
            LOG.infof("confirmed a subscription to storage events at %s", host);
        } else if (status == 429 || status >= 500) {
            throw new IllegalStateException(host + " answers " + status);
        } else {
            LOG.warnf("%s refuses to confirm a subscription to storage events: %d", host, status);
        }
    }

    private int visit(SubscriptionUrl url) {
        try {
            return visitPage.visit(url.address());
        } catch (IOException e) {
            throw new UncheckedIOException(url.address().getHost() + " does not answer", e);
        }
    }
}
