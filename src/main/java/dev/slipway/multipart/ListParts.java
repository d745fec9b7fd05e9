package dev.slipway.multipart;

import dev.slipway.caller.Caller;
import dev.slipway.file.BegunUploads;
import dev.slipway.storage.Part;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has arrived of an upload: the storage's own list, which is the truth after a broken
/// connection or a restart.
@Singleton
public class ListParts {

    private final FindParted findParted;
    private final BegunUploads begunUploads;
    private final Storages storages;

    ListParts(FindParted findParted, BegunUploads begunUploads, Storages storages) {
        this.findParted = findParted;
        this.begunUploads = begunUploads;
        this.storages = storages;
    }

    public List<Part> list(Caller caller, String id, @Nullable String key) {
        var file = findParted.open(caller, id, key);
        return begunUploads
                .find(file.id())
                .map(uploadId -> Begun.of(file, storages, uploadId).parts())
                .orElse(List.of());
    }
}
