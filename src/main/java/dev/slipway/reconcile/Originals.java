package dev.slipway.reconcile;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Variant;
import dev.slipway.file.Variants;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Which objects a content consists of: the one that was brought, and the variants that are
/// ready.
@Singleton
final class Originals {

    private final Variants variants;

    Originals(Variants variants) {
        this.variants = variants;
    }

    /// Of the present content of a finished file.
    List<CopyObject.Original> of(FileRecord file) {
        var content = file.finishedContent();
        var all = new ArrayList<CopyObject.Original>();
        all.add(
                new CopyObject.Original(
                        content.id(),
                        content.key(),
                        content.sha256(),
                        headers(file, file.fileType()).with(file.metadata())));
        all.addAll(variantsOf(file, content.id()));
        return all;
    }

    /// The variants of this content, present or old.
    List<CopyObject.Original> variantsOf(FileRecord file, UUID contentId) {
        return variants.of(List.of(contentId)).getOrDefault(contentId, List.of()).stream()
                .flatMap(variant -> variant(file, contentId, variant).stream())
                .toList();
    }

    static ObjectHeaders headers(FileRecord file, String fileType) {
        return ObjectHeaders.immutable(fileType, file.profile().visibility() == Visibility.PUBLIC);
    }

    private static List<CopyObject.Original> variant(
            FileRecord file, UUID contentId, Variant variant) {
        var key = variant.key();
        var type = variant.fileType();
        return key == null || type == null
                ? List.of()
                : List.of(new CopyObject.Original(contentId, key, null, headers(file, type)));
    }
}
