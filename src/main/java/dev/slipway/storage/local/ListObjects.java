package dev.slipway.storage.local;

import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Walks over the pointers in the order of their keys, folder by folder, and enters only
/// folders that can hold what is wanted.
final class ListObjects {

    private static final int PAGE = 1000;

    private final String prefix;
    private final String after;
    private final List<StoredObject> found = new ArrayList<>();

    private ListObjects(String prefix, @Nullable ObjectKey after) {
        this.prefix = prefix;
        this.after = after == null ? "" : after.value();
    }

    static ObjectPage list(Path objects, String prefix, @Nullable ObjectKey after)
            throws IOException {
        var walk = new ListObjects(prefix, after);
        walk.enter(objects, "");
        var more = walk.found.size() > PAGE;
        return new ObjectPage(more ? walk.found.subList(0, PAGE) : walk.found, more);
    }

    private void enter(Path folder, String path) throws IOException {
        for (var name : names(folder)) {
            if (found.size() > PAGE) {
                return;
            }
            var full = path + name;
            if (name.endsWith("/")) {
                if (mayHold(full)) {
                    enter(folder.resolve(name), full);
                }
            } else if (full.startsWith(prefix)
                    && full.compareTo(after) > 0
                    && ObjectKey.isValid(full)) {
                var key = new ObjectKey(full);
                Pointers.read(folder.resolve(name + Pointers.SUFFIX))
                        .ifPresent(pointer -> found.add(pointer.object(key)));
            }
        }
    }

    private boolean mayHold(String folder) {
        var wanted = folder.startsWith(prefix) || prefix.startsWith(folder);
        return wanted && (folder.compareTo(after) > 0 || after.startsWith(folder));
    }

    /// Folders as `name/`, which puts their keys at the right place between the others.
    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(ListObjects::name).filter(Objects::nonNull).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private static @Nullable String name(Path entry) {
        var name = String.valueOf(entry.getFileName());
        if (name.endsWith(Pointers.SUFFIX)) {
            return name.substring(0, name.length() - Pointers.SUFFIX.length());
        }
        return Files.isDirectory(entry) ? name + "/" : null;
    }
}
