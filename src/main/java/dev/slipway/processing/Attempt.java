package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import java.util.UUID;

/// One attempt at a run: `run` is the number of the run for this content, `number` counts the
/// attempts at it from 1.
record Attempt(FileRecord file, int run, int number) {

    UUID contentId() {
        return file.finishedContent().id();
    }
}
