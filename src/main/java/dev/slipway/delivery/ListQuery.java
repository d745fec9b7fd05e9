package dev.slipway.delivery;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a list call may ask for. `q` is the beginning of the original name, `cursor` the
/// `next_cursor` of the page before, `limit` the number of files on a page.
public record ListQuery(
        @RestQuery @Nullable String state,
        @RestQuery @Nullable String profile,
        @RestQuery @Nullable String owner,
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String limit) {}
