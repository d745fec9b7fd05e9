package dev.slipway.delivery;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileList;
import dev.slipway.file.FileQuery;
import dev.slipway.file.FileState;
import dev.slipway.file.FileViews;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers pages of files: own ones, or everybody's for an admin.
@Singleton
final class ListFiles {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final FileList files;
    private final FileViews views;

    ListFiles(FileList files, FileViews views) {
        this.files = files;
        this.views = views;
    }

    FilePage of(Caller caller, ListQuery query) {
        var limit = Parameters.number("limit", query.limit(), USUAL, 1, MOST);
        var wanted =
                new FileQuery(
                        caller.isAdmin()
                                ? Parameters.text("owner", query.owner())
                                : caller.subject(),
                        state(query.state()),
                        Parameters.text("profile", query.profile()),
                        Parameters.text("q", query.q()),
                        cursor(query.cursor()));
        var page = files.page(wanted, limit + 1);
        var shown = page.subList(0, Math.min(limit, page.size()));
        return new FilePage(
                views.of(shown), page.size() > limit ? shown.getLast().id().toString() : null);
    }

    private static @Nullable FileState state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(FileState.values())
                .filter(state -> state.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("state", stateNames()).refusal());
    }

    private static String stateNames() {
        return "one of "
                + Arrays.stream(FileState.values())
                        .map(FileState::wireName)
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable UUID cursor(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return FileIds.find(text)
                .orElseThrow(
                        () ->
                                new InvalidParameter("cursor", "the next_cursor of a page before")
                                        .refusal());
    }
}
