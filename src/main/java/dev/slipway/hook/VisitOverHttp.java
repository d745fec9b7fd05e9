package dev.slipway.hook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Visits pages by HTTP. It happens once for each subscription, so no connection is kept.
@Singleton
final class VisitOverHttp implements VisitPage {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;

    @Inject
    VisitOverHttp() {
        this(PATIENCE);
    }

    VisitOverHttp(Duration patience) {
        this.patience = patience;
    }

    @Override
    public int visit(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(patience).build();
        try (var http = client()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the visit to " + address.getHost() + " was cut off");
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
