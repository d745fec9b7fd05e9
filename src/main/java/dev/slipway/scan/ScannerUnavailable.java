package dev.slipway.scan;

import dev.slipway.problem.RetryLater;

/// The scanner gave no verdict, so nothing was changed: try again. `retryAfter` in seconds.
public record ScannerUnavailable(int retryAfter) implements RetryLater {

    public ScannerUnavailable() {
        this(10);
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public String detail() {
        return "The malware scanner gives no verdict at the moment. Nothing was changed;"
                + " please try again.";
    }
}
