package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Requirement;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The tests of `frontend-example/compat`, which are Node's own: they are run once, and each of
/// them is told here as it ends. Where something is missing they are skipped, and one line says
/// what it is.
final class NodeTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("frontend-example").toAbsolutePath();
    /// They are built, or bring the browser.
    private static final String[] INSTALLED = {"compat", "react", "uppy"};

    private static final int OLDEST_NODE = 20;

    private NodeTests() {}

    /// @param pages origin that the pages are to be served on
    /// @param looks whether what they look like is tried, too
    static Stream<DynamicTest> run(URI server, String pages, boolean looks) {
        requireNode();
        for (var example : INSTALLED) {
            Requirement.of(
                    Files.isDirectory(EXAMPLES.resolve(example).resolve("node_modules")),
                    "Clients are not tested: npm ci --prefix frontend-example/" + example);
        }
        var browser = Chromium.browser();
        var node =
                new ProcessBuilder("node", "--test", "--test-concurrency=1")
                        .directory(EXAMPLES.resolve("compat").toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.command().add("--test-reporter=./harness/lines.js");
        var only = System.getProperty("clients");
        if (only != null) {
            node.command().add("test/" + only + ".test.js");
        }
        node.environment().put("CHROMIUM_PATH", browser.toString());
        node.environment().put("SLIPWAY_URL", server.toString().replaceFirst("/$", ""));
        node.environment().put("PAGES_ORIGIN", pages);
        node.environment().put("PAGES_LOOKS", looks ? "1" : "0");
        return tell(begin(node));
    }

    private static Stream<DynamicTest> tell(Process process) {
        var failures = new AtomicInteger();
        var each =
                process.inputReader()
                        .lines()
                        .map(NodeTests::parse)
                        .peek(test -> failures.addAndGet(test.hasNonNull("problem") ? 1 : 0))
                        .map(NodeTests::test);
        var end =
                DynamicTest.dynamicTest(
                        "and nothing else went wrong",
                        () -> assertThat(process.waitFor()).isEqualTo(failures.get() > 0 ? 1 : 0));
        return Stream.concat(each, Stream.of(end)).onClose(process::destroy);
    }

    private static DynamicTest test(JsonNode test) {
        return DynamicTest.dynamicTest(
                test.path("name").asText(),
                () -> {
                    if (test.hasNonNull("skipped")) {
                        abort(test.path("skipped").asText());
                    }
                    assertThat(test.path("problem").asText(""))
                            .as(test.path("name").asText())
                            .isEmpty();
                });
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(line, unreadable);
        }
    }

    private static void requireNode() {
        var missing =
                "Clients are not tested: there is no Node %d or later (apt-get install nodejs npm)"
                        .formatted(OLDEST_NODE);
        var path =
                System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator));
        Requirement.of(
                Stream.of(path).anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))),
                missing);
        var version = begin(new ProcessBuilder("node", "-p", "process.versions.node"));
        try (var reader = version.inputReader()) {
            var major = reader.readLine().split("\\.")[0];
            Requirement.of(Integer.parseInt(major) >= OLDEST_NODE, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process begin(ProcessBuilder program) {
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(program.command().toString(), e);
        }
    }
}
