package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Requirement;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// The Chromium of this machine, without a window, which can reach nothing but this machine.
///
/// It is looked for at `CHROMIUM_PATH`, else in `/usr/bin`: first the one that has no windows at
/// all, which does the same with half the work. Its driver is looked for at
/// `CHROMEDRIVER_PATH`, else beside the browser (Debian: `apt-get install
/// chromium-headless-shell chromium-driver`). Nothing is ever downloaded. Without it the test is
/// skipped and says so; a path that is set and wrong is a failure.
public final class Chromium implements AutoCloseable {

    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path WHOLE = Path.of("/usr/bin/chromium");

    /// It misses bindings for this very version of Chromium; nothing here uses any.
    private static final Logger BINDINGS =
            Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Starts a browser with an empty profile, or skips the running test.
    public static Chromium start() {
        var browser = browser();
        var driver = find("CHROMEDRIVER_PATH", browser.resolveSibling("chromedriver"));
        BINDINGS.setLevel(Level.OFF);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        // Chromium tells at length what it misses in a container
                        .withLogOutput(OutputStream.nullOutputStream())
                        .build();
        return new Chromium(new ChromeDriver(service, options(browser.toFile())));
    }

    /// For tests that start it themselves; where there is none, the running test is skipped.
    static Path browser() {
        return find("CHROMIUM_PATH", Files.isExecutable(SHELL) ? SHELL : WHOLE);
    }

    /// The upload page of the server at this address; not opened yet.
    public UploadPage uploadPage(URI server) {
        return new UploadPage(driver, server);
    }

    /// The page with a plain form of the server at this address; not opened yet.
    public FormPage formPage(URI server) {
        return new FormPage(driver, server);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Path find(String variable, Path usual) {
        var set = System.getenv(variable);
        if (set != null) {
            var path = Path.of(set);
            assertThat(path).as(variable).isExecutable();
            return path;
        }
        Requirement.of(
                Files.isExecutable(usual),
                "Pages are not tested: there is no %s (apt-get install %s), and %s is not set"
                        .formatted(usual, "chromium-headless-shell chromium-driver", variable));
        return usual;
    }

    private static ChromeOptions options(File browser) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(browser);
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        return options.addArguments(
                "--headless",
                // the pages are our own, and containers often forbid Chromium's sandbox
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "--window-size=1280,1000");
    }
}
