package dev.slipway.storage.local;

import dev.slipway.storage.ObjectKey;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Uploads that come in parts, one folder each:
///
/// ```
/// uploads/<upload id>/upload.json    which object it will be
/// uploads/<upload id>/<number>.json  a part that has arrived, and which blob its bytes are
/// ```
///
/// A folder is renamed into its place when it is begun and out of it when it ends, so that it is
/// there as a whole or not at all: a part that comes too late finds no folder to go to. Parts
/// are renamed into it, replacing what was there.
final class UploadFolders {

    private static final Logger LOG = Logger.getLogger(UploadFolders.class);
    private static final String HEAD = "upload.json";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern PART = Pattern.compile("\\d{1,5}\\.json");

    private final Path uploads;
    private final Path tmp;
    private final Blobs blobs;
    private final KeyLocks locks;
    private final JsonFiles files;

    UploadFolders(Path uploads, Path tmp, Blobs blobs, KeyLocks locks) {
        this.uploads = uploads;
        this.tmp = tmp;
        this.blobs = blobs;
        this.locks = locks;
        this.files = new JsonFiles(tmp);
    }

    String begin(BegunUpload upload) throws IOException {
        var id = UUID.randomUUID().toString();
        var draft = Files.createDirectory(tmp.resolve(id));
        JsonFiles.create(draft.resolve(HEAD), upload);
        Durable.keepNamesIn(draft);
        Durable.move(draft, uploads.resolve(id));
        return id;
    }

    /// `id` may be whatever a stranger takes for one.
    Optional<BegunUpload> find(String id) throws IOException {
        return ID.matcher(id).matches() ? head(uploads.resolve(id)) : Optional.empty();
    }

    Optional<BegunUpload> find(ObjectKey key, String id) throws IOException {
        return find(id).filter(upload -> upload.key().equals(key.value()));
    }

    static Optional<BegunUpload> head(Path folder) throws IOException {
        return JsonFiles.read(folder.resolve(HEAD), BegunUpload.class);
    }

    /// The ids of all that have not ended.
    List<String> ids() throws IOException {
        return names(uploads).stream().filter(name -> ID.matcher(name).matches()).toList();
    }

    /// By their numbers. Empty when there is no such upload, or when it has ended while its
    /// parts were read: some of them would be none.
    Optional<List<ArrivedPart>> parts(ObjectKey key, String id) throws IOException {
        if (find(key, id).isEmpty()) {
            return Optional.empty();
        }
        var parts = parts(uploads.resolve(id));
        return find(key, id).map(_ -> parts);
    }

    static List<ArrivedPart> parts(Path folder) throws IOException {
        var parts = new ArrayList<ArrivedPart>();
        for (var name : names(folder)) {
            if (PART.matcher(name).matches()) {
                JsonFiles.read(folder.resolve(name), ArrivedPart.class).ifPresent(parts::add);
            }
        }
        parts.sort(Comparator.comparingInt(ArrivedPart::number));
        return parts;
    }

    /// Adds what has arrived completely as a part. Empty, and nothing is kept, when there is no
    /// such upload (any more).
    Optional<ArrivedPart> keep(ObjectKey key, String id, int number, Arrival arrival)
            throws IOException {
        if (find(key, id).isEmpty()) {
            return Optional.empty();
        }
        var file = uploads.resolve(id).resolve(number + ".json");
        var bytes = blobs.keep(arrival);
        var part = new ArrivedPart(number, arrival.etag(), bytes.size(), bytes.blob());
        try (var _ = locks.hold(key)) {
            var old = JsonFiles.read(file, ArrivedPart.class);
            files.put(file, part);
            old.map(ArrivedPart::piece).map(List::of).ifPresent(blobs::discard);
            return Optional.of(part);
        } catch (NoSuchFileException e) {
            blobs.discard(List.of(bytes));
            return Optional.empty();
        } catch (IOException e) {
            blobs.discard(List.of(bytes));
            throw e;
        }
    }

    /// Ends the upload: first it vanishes, in one step, then its parts go. One that is not there
    /// is no error.
    void remove(ObjectKey key, String id) throws IOException {
        try (var _ = locks.hold(key)) {
            if (find(key, id).isPresent()) {
                remove(id);
            }
        }
    }

    private void remove(String id) throws IOException {
        var folder = uploads.resolve(id);
        var gone = tmp.resolve(UUID.randomUUID().toString());
        try {
            Durable.move(folder, gone);
        } catch (NoSuchFileException e) {
            return;
        }
        Durable.keepName(folder);
        blobs.discard(parts(gone).stream().map(ArrivedPart::piece).toList());
        try {
            delete(gone);
        } catch (DirectoryNotEmptyException e) {
            LOG.infof("A part came to an upload that has just ended: %s", gone);
        }
    }

    /// A folder with the files in it, or a file.
    static void delete(Path folder) throws IOException {
        for (var name : names(folder)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(child -> String.valueOf(child.getFileName())).toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
