package dev.slipway.scan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/// A scanner behind one HTTP call: the bytes there, a small JSON document back (`scanner.md`).
/// It redirects nowhere: the bytes are meant for this address only.
final class HttpProtocol implements ScanProtocol {

    private static final int OK = 200;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final HttpRequest post;

    HttpProtocol(URI url, Optional<String> token, Duration connectTimeout) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/octet-stream")
                        .header("Accept", "application/json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        this.post = request.build();
    }

    @Override
    public ScanVerdict ask(Suspect suspect) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(post, (name, value) -> true).POST(body(suspect));
        var answer =
                client.send(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        if (answer.statusCode() != OK) {
            throw new IOException(
                    "%s answers %d".formatted(post.uri().getHost(), answer.statusCode()));
        }
        return JsonVerdict.of(answer.body());
    }

    /// The stream is asked for once: a call that went wrong is not sent again.
    private static BodyPublisher body(Suspect suspect) {
        return suspect.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> suspect), suspect.size());
    }
}
