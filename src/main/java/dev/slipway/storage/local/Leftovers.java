package dev.slipway.storage.local;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// What killed processes have left behind: drafts in `tmp/`, blobs that no pointer and no part
/// names, and folders of uploads that nobody can find. Only what is more than a day old: another
/// node may share the directory and be at work. An upload that has not ended is none of it.
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);
    private static final Duration AGE = Duration.ofDays(1);

    private final Path root;
    private final Instant before;

    Leftovers(Path root, Instant now) {
        this.root = root;
        this.before = now.minus(AGE);
    }

    void remove() throws IOException {
        for (var draft : children(root.resolve("tmp"))) {
            if (isOld(draft)) {
                LOG.infof("Removing what has never become an object: %s", draft);
                UploadFolders.delete(draft);
            }
        }
        var named = namedBlobs(root.resolve("objects"));
        for (var upload : children(root.resolve("uploads"))) {
            if (UploadFolders.head(upload).isPresent()) {
                UploadFolders.parts(upload).forEach(part -> named.add(part.blob()));
            } else if (isOld(upload)) {
                LOG.infof("Removing parts of nothing: %s", upload);
                UploadFolders.delete(upload);
            }
        }
        removeOldBlobsBut(named);
    }

    private boolean isOld(Path draft) throws IOException {
        try {
            return Files.getLastModifiedTime(draft).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// New pointers and parts name blobs of today only, so those of older days can be judged by
    /// a walk that takes its time.
    private void removeOldBlobsBut(Set<String> named) throws IOException {
        var firstKeptDay = Blobs.DAY.format(before);
        for (var day : children(root.resolve("blobs"))) {
            if (String.valueOf(day.getFileName()).compareTo(firstKeptDay) >= 0) {
                continue;
            }
            for (var blob : children(day)) {
                if (!named.contains(day.getFileName() + "/" + blob.getFileName())) {
                    LOG.infof("Removing bytes that no key names: %s", blob);
                    Files.deleteIfExists(blob);
                }
            }
            try {
                Files.deleteIfExists(day);
            } catch (DirectoryNotEmptyException e) {
                // The others are in use.
            }
        }
    }

    private static Set<String> namedBlobs(Path folder) throws IOException {
        var blobs = new HashSet<String>();
        for (var child : children(folder)) {
            if (child.toString().endsWith(Pointers.SUFFIX)) {
                Pointers.read(child).stream()
                        .flatMap(pointer -> pointer.pieces().stream())
                        .forEach(piece -> blobs.add(piece.blob()));
            } else {
                blobs.addAll(namedBlobs(child));
            }
        }
        return blobs;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
