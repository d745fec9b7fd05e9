package dev.slipway.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The upload page as a person sees and uses it. Files are named by their names, which should
/// be different from each other.
///
/// Every waiting method gives up after a minute and then tells what the page said.
public final class UploadPage {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> SETTLED = Set.of("ready", "failed", "cancelled");

    private final ChromeDriver driver;
    private final Gestures gestures;
    private final SeenOnThePage seen;
    private final URI server;

    UploadPage(ChromeDriver driver, URI server) {
        this.driver = driver;
        this.gestures = new Gestures(driver);
        this.seen = new SeenOnThePage(driver);
        this.server = server;
    }

    /// Loads the page and waits until it is signed in, or asks for a token.
    public UploadPage open() {
        driver.get(server.resolve("/").toString());
        awaitIdle();
        seen.begin();
        return this;
    }

    /// Becomes somebody else, or uses a pasted token where there is no development sign-in.
    public UploadPage signIn(String nameOrToken) {
        var field = driver.findElement(By.id("credential"));
        field.clear();
        field.sendKeys(nameOrToken);
        field.submit();
        awaitIdle();
        return this;
    }

    public UploadPage chooseProfile(String name) {
        new Select(driver.findElement(By.id("profile"))).selectByValue(name);
        return this;
    }

    /// Chooses files as the file dialogue does.
    public UploadPage choose(Path... files) {
        driver.findElement(By.id("files")).sendKeys(String.join("\n", absolute(files)));
        return this;
    }

    /// What the sizes of the next pictures should be, in the panel for that.
    public UploadPage wish(String widths, String format) {
        driver.findElement(By.cssSelector("#wishes summary")).click();
        driver.findElement(By.id("wish-widths")).sendKeys(widths);
        new Select(driver.findElement(By.id("wish-format"))).selectByValue(format);
        return this;
    }

    /// Drops files, or whole folders, onto the middle of the drop zone.
    public UploadPage drop(Path... files) {
        gestures.drop(driver.findElement(By.cssSelector(".zone")), absolute(files));
        return this;
    }

    /// Pastes a picture without a name of its own, as a screenshot is.
    public UploadPage paste(byte[] png) {
        gestures.paste(png);
        return this;
    }

    /// Sends another value in this field of every form.
    public UploadPage tamperWith(String field, String value) {
        gestures.tamperWith(field, value);
        return this;
    }

    /// Lets uploads leave the browser at this speed; 0 or less is full speed.
    public UploadPage uploadAt(int bytesPerSecond) {
        gestures.network(false, bytesPerSecond > 0 ? bytesPerSecond : -1);
        return this;
    }

    /// Cuts the browser off from every network, until it uploads at some speed again.
    public UploadPage goOffline() {
        gestures.network(true, -1);
        return this;
    }

    /// The names of the files on the list, in their order.
    public List<String> files() {
        return all("li.upload").stream().map(row -> row.getDomAttribute("data-name")).toList();
    }

    /// `waiting`, `uploading`, `verifying`, `processing`, `ready`, `failed` or `cancelled`.
    public String state(String file) {
        return row(file).getDomAttribute("data-state");
    }

    /// Fails at once when one of them fails or is cancelled.
    public UploadPage waitUntilReady(String... files) {
        for (var file : files) {
            waitUntil(file, "ready");
        }
        return this;
    }

    /// Waits for the end of an upload that must not succeed, and answers what the page says.
    public String waitUntilFailed(String file) {
        waitUntil(file, "failed");
        return error(file);
    }

    /// Waits until its progress bar shows this many percent or more.
    public UploadPage waitUntilPercent(String file, int percent) {
        await(
                "%s to be %d %% there".formatted(file, percent),
                () -> percentagesSeen(file).stream().anyMatch(seen -> seen >= percent));
        return this;
    }

    /// Waits until the page says that the upload waits for a network.
    public UploadPage waitUntilItWaits(String file) {
        await(
                file + " to wait for a network",
                () -> row(file).getText().contains("waiting for a connection"));
        return this;
    }

    /// Fails when the upload settles in another state.
    public UploadPage waitUntil(String file, String state) {
        await(
                file + " to be " + state,
                () -> {
                    if (!files().contains(file)) {
                        return false; // folders are read in the background
                    }
                    var now = state(file);
                    if (!now.equals(state) && SETTLED.contains(now)) {
                        throw new AssertionError(
                                "%s is %s, not %s. %s".formatted(file, now, state, error(file)));
                    }
                    return now.equals(state);
                });
        return this;
    }

    /// Waits for the end of an upload, whichever it is, and answers its state.
    public String waitUntilSettled(String file) {
        await(file + " to settle", () -> SETTLED.contains(state(file)));
        return state(file);
    }

    /// What is said about a file that failed, or that could not be resized; else empty.
    public String error(String file) {
        return row(file).findElement(By.cssSelector("[role=alert]")).getText();
    }

    /// The states a file has gone through since it was put on the list.
    public List<String> statesSeen(String file) {
        return seen.states(file);
    }

    /// The percentages that its progress bar has shown, in order.
    public List<Integer> percentagesSeen(String file) {
        return seen.percentages(file);
    }

    /// How many files were on their way to the storage at once, at most.
    public int mostAtOnce() {
        return seen.mostAtOnce();
    }

    /// What the bar for all files shows.
    public int totalPercent() {
        return Integer.parseInt(
                driver.findElement(By.id("total")).getDomAttribute("aria-valuenow"));
    }

    /// The resized images of a file, once the browser has loaded one of them.
    public Picture picture(String file) {
        var img = By.cssSelector(".picture a img");
        await(
                "the picture of " + file,
                () ->
                        row(file).findElements(img).stream()
                                .anyMatch(it -> !"0".equals(it.getDomProperty("naturalWidth"))));
        return Picture.of(row(file).findElement(img));
    }

    /// The addresses of a ready file by their text: `Original`, and the widths.
    public Map<String, URI> links(String file) {
        return row(file).findElements(By.cssSelector(".links a")).stream()
                .collect(
                        Collectors.toMap(
                                WebElement::getText,
                                link -> URI.create(link.getDomAttribute("href")),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    public UploadPage cancel(String file) {
        return press("cancel", file);
    }

    public UploadPage retry(String file) {
        return press("retry", file);
    }

    public UploadPage remove(String file) {
        return press("dismiss", file);
    }

    /// One of the buttons of a file, by its class.
    public UploadPage press(String button, String file) {
        row(file).findElement(By.className(button)).click();
        return this;
    }

    /// Goes to an empty page, even while something is on its way.
    public UploadPage leave() {
        gestures.leave();
        return this;
    }

    /// Takes everything that has settled off the list.
    public UploadPage clear() {
        driver.findElement(By.id("clear")).click();
        return this;
    }

    /// What the page complains about; empty when it does not.
    public String alert() {
        return driver.findElement(By.id("alert")).getText();
    }

    /// What a screen reader was told last.
    public String status() {
        return driver.findElement(By.id("status")).getDomProperty("textContent");
    }

    /// Errors in the browser's console since the last call: exceptions, refusals of the
    /// Content-Security-Policy. Answers of 4xx and 5xx are listed there too, and left out.
    public List<String> scriptErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(line -> line.startsWith("SEVERE"))
                .filter(line -> !line.contains("Failed to load resource"))
                .toList();
    }

    /// What the browser has sent since the last call, in order.
    public List<SentRequest> requests() {
        return SentRequest.of(driver.manage().logs().get(LogType.PERFORMANCE));
    }

    private WebElement row(String file) {
        return all("li.upload").stream()
                .filter(row -> file.equals(row.getDomAttribute("data-name")))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s is not among %s".formatted(file, files())));
    }

    private List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    private void awaitIdle() {
        await("the page", () -> !all("main[aria-busy=false]").isEmpty());
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .withMessage(() -> "%s; the page says: %s".formatted(what, alert()))
                .until(_ -> condition.getAsBoolean());
    }

    private static List<String> absolute(Path... files) {
        return Arrays.stream(files).map(file -> file.toAbsolutePath().toString()).toList();
    }
}
