package dev.slipway.delivery;

import dev.slipway.file.FileView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some files, and where to go on: null when there are no more.
record FilePage(List<FileView> items, @Nullable String nextCursor) {}
