package dev.slipway.browser;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/// What people and networks do to a page, and a keyboard and a mouse alone cannot.
record Gestures(ChromeDriver driver) {

    /// Drops files onto the middle of an element.
    void drop(WebElement target, List<String> files) {
        var zone = target.getRect();
        for (var type : List.of("dragEnter", "dragOver", "drop")) {
            driver.executeCdpCommand(
                    "Input.dispatchDragEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            zone.x + zone.width / 2,
                            "y",
                            zone.y + zone.height / 2,
                            "data",
                            Map.of("items", List.of(), "files", files, "dragOperationsMask", 1)));
        }
    }

    /// Pastes a picture as a screenshot is pasted: without a name of its own.
    void paste(byte[] png) {
        driver.executeScript(
                """
                const bytes = Uint8Array.from(atob(arguments[0]), (char) => char.charCodeAt(0));
                const clipboardData = new DataTransfer();
                clipboardData.items.add(new File([bytes], "image.png", {type: "image/png"}));
                document.body.dispatchEvent(
                        new ClipboardEvent("paste", {clipboardData, bubbles: true}));
                """,
                Base64.getEncoder().encodeToString(png));
    }

    /// Goes to an empty page, whatever this one has to say about it.
    void leave() {
        driver.executeScript(
                """
                addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
                """);
        driver.get("about:blank");
    }

    /// Has every form of the page sent with another value in this field.
    void tamperWith(String field, String value) {
        driver.executeScript(
                """
                const append = FormData.prototype.append;
                const [field, value] = arguments;
                FormData.prototype.append = function (name, ...rest) {
                    append.call(this, name, ...(name === field ? [value] : rest));
                };
                """,
                field,
                value);
    }

    /// `bytesPerSecond`: how fast uploads leave, below zero at full speed.
    void network(boolean offline, int bytesPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        offline,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        bytesPerSecond));
    }
}
