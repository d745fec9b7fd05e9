package dev.slipway.storage.local;

import dev.slipway.storage.ObjectHeaders;
import java.time.Instant;

/// What is known of an upload since it was begun: which object it will be.
record BegunUpload(String key, ObjectHeaders headers, Instant begunAt) {}
