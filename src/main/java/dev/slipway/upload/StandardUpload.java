package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.profile.MediaTypes;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// An upload through the server: it takes the same way as a direct one, with the server in the
/// browser's place. With `replaces` it is a re-upload.
@Singleton
final class StandardUpload {

    private static final String PART = "file";

    private final StartUpload startUpload;
    private final FinishWithinBudget finishUpload;
    private final Storages storages;

    StandardUpload(StartUpload startUpload, FinishWithinBudget finishUpload, Storages storages) {
        this.startUpload = startUpload;
        this.finishUpload = finishUpload;
        this.storages = storages;
    }

    FileRecord upload(
            Caller caller,
            @Nullable FileUpload file,
            @Nullable String profile,
            @Nullable String replaces) {
        if (file == null || file.fileName() == null) {
            throw new FileRequired(PART).refusal();
        }
        var upload =
                startUpload.record(
                        caller,
                        new StartRequest(
                                file.fileName(),
                                typeOf(file),
                                sizeOf(file),
                                null,
                                null,
                                null,
                                profile,
                                null,
                                null,
                                replaces,
                                null,
                                null));
        storages.named(upload.storage())
                .write(
                        Keys.incoming(upload.id()),
                        file.uploadedFile(),
                        ObjectHeaders.ofType(upload.fileType()));
        return finishUpload.finish(upload);
    }

    /// Clients that know no type say "bytes": then the name decides.
    private static @Nullable String typeOf(FileUpload file) {
        var type = file.contentType();
        return type == null || MediaTypes.normalise(type).equals(MediaTypes.UNKNOWN) ? null : type;
    }

    private static long sizeOf(FileUpload file) {
        try {
            return Files.size(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
