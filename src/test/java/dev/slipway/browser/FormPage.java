package dev.slipway.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A page with a plain form, whose submission shows in the page's address.
public final class FormPage {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Writes down the messages at the inputs, and the details of progress that reach the page.
    private static final String WATCH =
            """
            window.said = [];
            window.progress = [];
            addEventListener("invalid", ({target}) => said.push(target.validationMessage), true);
            addEventListener("progress", ({detail}) => detail && progress.push({...detail,
                    currentFile: detail.currentFile.name, originalEvent: undefined}));
            """;

    private final ChromeDriver driver;
    private final URI server;

    FormPage(ChromeDriver driver, URI server) {
        this.driver = driver;
        this.server = server;
    }

    public FormPage open() {
        driver.get(server.resolve("/form.html").toString());
        driver.executeScript(WATCH);
        return this;
    }

    /// Puts another form in place of the page's, of one input with these attributes.
    public FormPage ofOneInput(String attributes, String token) {
        driver.executeScript(
                """
                document.head.insertAdjacentHTML("beforeend",
                        `<meta name="upload-token" content="${arguments[1]}">`);
                document.querySelector("main").innerHTML =
                        `<form method="get"><input type="file" ${arguments[0]}><button>Go</button></form>`;
                """,
                attributes,
                token);
        return this;
    }

    public FormPage fill(String input, String value) {
        driver.findElement(By.name(input)).sendKeys(value);
        return this;
    }

    public FormPage choose(String input, Path... files) {
        var names = Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n"));
        driver.executeScript("arguments[0].value = ''", driver.findElement(By.name(input)));
        return fill(input, names);
    }

    public FormPage submit() {
        driver.findElement(By.cssSelector("form button")).click();
        return this;
    }

    /// The values that were submitted, by the names of their inputs.
    public Map<String, List<String>> awaitSubmission() {
        await().until(_ -> URI.create(driver.getCurrentUrl()).getQuery() != null);
        return Arrays.stream(URI.create(driver.getCurrentUrl()).getRawQuery().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.groupingBy(
                                pair -> pair[0],
                                Collectors.mapping(pair -> decoded(pair[1]), Collectors.toList())));
    }

    /// What an input says when the form cannot be submitted.
    public String awaitMessage() {
        await().until(_ -> !list("said").isEmpty());
        return (String) list("said").getLast();
    }

    public boolean isSubmitted() {
        return URI.create(driver.getCurrentUrl()).getQuery() != null;
    }

    /// The details of the progress events that came by, in order.
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> progress() {
        return (List<Map<String, Object>>) (List<?>) list("progress");
    }

    private List<?> list(String variable) {
        return (List<?>) driver.executeScript("return window." + variable);
    }

    private WebDriverWait await() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
