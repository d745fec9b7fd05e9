package dev.slipway.file;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Makes the wire record of files.
@Singleton
public final class FileViews {

    private final Variants variants;
    private final Links links;

    FileViews(Variants variants, Links links) {
        this.variants = variants;
        this.links = links;
    }

    public FileView of(FileRecord file) {
        return of(List.of(file)).getFirst();
    }

    public List<FileView> of(List<FileRecord> files) {
        var contents =
                files.stream()
                        .filter(file -> file.processing() != ProcessingState.NONE)
                        .map(FileRecord::content)
                        .filter(Objects::nonNull)
                        .map(Content::id)
                        .toList();
        var byContent = variants.of(contents);
        return files.stream()
                .map(file -> view(file, byContent.getOrDefault(contentId(file), List.of())))
                .toList();
    }

    /// Where the present content is, or is to come.
    private static String storageOf(FileRecord file) {
        return file.content() == null ? file.storage() : file.content().storage();
    }

    private static UUID contentId(FileRecord file) {
        return file.content() == null ? file.id() : file.content().id();
    }

    private FileView view(FileRecord file, List<Variant> variants) {
        var content = file.content();
        var views = variants.stream().map(variant -> view(file, variant)).toList();
        return new FileView(
                file.id(),
                file.state(),
                file.state() == FileState.FINISHED,
                file.version(),
                file.profile().name(),
                file.profile().visibility(),
                storageOf(file),
                file.originalFileName(),
                file.fileName(),
                file.fileType(),
                content == null ? file.signedSize() : Long.valueOf(content.size()),
                file.checksums().sha256(),
                content == null ? null : content.etag(),
                file.owner(),
                file.metadata(),
                file.createdAt(),
                file.uploadFinishedAt(),
                content == null
                        ? null
                        : links.to(content.storage(), content.key(), file.fileType()),
                content == null ? null : links.canonical(content.storage(), content.key()),
                file.appearance().width(),
                file.appearance().height(),
                file.appearance().frames(),
                file.appearance().placeholder(),
                file.appearance().dominantColour(),
                file.rejection(),
                new FileView.Processing(file.processing(), file.attempts(), file.error()),
                views,
                Srcset.of(file.profile().variants(), views),
                file.keeping().claim(),
                file.keeping().legalHold(),
                file.keeping().deleteAfter());
    }

    private FileView.VariantView view(FileRecord file, Variant variant) {
        return new FileView.VariantView(
                variant.name(),
                variant.state(),
                variant.width(),
                variant.height(),
                variant.frames(),
                variant.fileType(),
                variant.size(),
                variant.key() == null || variant.fileType() == null
                        ? null
                        : links.to(storageOf(file), variant.key(), variant.fileType()),
                variant.attempts(),
                variant.error());
    }
}
