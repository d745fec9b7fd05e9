package dev.slipway.browser;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/// What the rows of the upload page have gone through.
record SeenOnThePage(ChromeDriver driver) {

    /// Writes down every change of a row: its state, and the percentage when there is one.
    private static final String WATCH =
            """
            window.seen = {};
            window.most = 0;
            new MutationObserver(() => {
                const uploading = document.querySelectorAll("li.upload[data-state=uploading]");
                window.most = Math.max(window.most, uploading.length);
                for (const row of document.querySelectorAll("li.upload")) {
                    const percent = row.querySelector("[role=progressbar]").ariaValueNow;
                    const steps = (window.seen[row.dataset.name] ??= []);
                    const step = [row.dataset.state, percent].filter(Boolean).join(" ");
                    if (steps.at(-1) !== step) steps.push(step);
                }
            }).observe(document.querySelector("#uploads"),
                    {childList: true, subtree: true, attributes: true});
            """;

    void begin() {
        driver.executeScript(WATCH);
    }

    List<String> states(String file) {
        return steps(file).stream().map(step -> step.split(" ")[0]).distinct().toList();
    }

    List<Integer> percentages(String file) {
        var percentages = new ArrayList<Integer>();
        for (var step : steps(file)) {
            if (step.contains(" ")) {
                var percent = Integer.valueOf(step.split(" ")[1]);
                if (percentages.isEmpty() || !percentages.getLast().equals(percent)) {
                    percentages.add(percent);
                }
            }
        }
        return percentages;
    }

    int mostAtOnce() {
        return ((Number) driver.executeScript("return window.most")).intValue();
    }

    private List<String> steps(String file) {
        var steps = driver.executeScript("return window.seen[arguments[0]] ?? []", file);
        var list = new ArrayList<String>();
        ((List<?>) steps).forEach(step -> list.add((String) step));
        return list;
    }
}
