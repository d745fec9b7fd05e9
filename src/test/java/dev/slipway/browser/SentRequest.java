package dev.slipway.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.logging.LogEntries;

/// A request as the page made it: the headers are those that the script and the page's policies
/// ask for, by name in any case, without what the network layer adds; of the body only text.
public record SentRequest(String method, URI url, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<SentRequest> of(LogEntries log) {
        return log.getAll().stream()
                .map(entry -> parse(entry.getMessage()).path("message"))
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.path("params").path("request"))
                .filter(request -> request.path("url").asText().startsWith("http"))
                .map(SentRequest::of)
                .toList();
    }

    private static SentRequest of(JsonNode request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new SentRequest(
                request.path("method").asText(),
                URI.create(request.path("url").asText()),
                headers,
                request.path("postData").asText());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(json, unreadable);
        }
    }
}
