package dev.slipway.hook;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/// A sender of storage events: it sends exactly the headers and bytes that it is told.
final class Hook {

    static final String PATH = "/api/hooks/storage";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Hook() {}

    /// With a good secret.
    static Answer post(String message) {
        return post("Bearer " + OnS3WithEvents.SECRET, "application/json", message);
    }

    static Answer post(
            @Nullable String authorization, @Nullable String contentType, String message) {
        return post(PATH, authorization, contentType, message);
    }

    static Answer post(
            String path,
            @Nullable String authorization,
            @Nullable String contentType,
            String message) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port).resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(message));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String code() {
            return JsonPath.from(body()).getString("code");
        }

        String header(String name) {
            return String.join(" | ", http.headers().allValues(name));
        }
    }
}
