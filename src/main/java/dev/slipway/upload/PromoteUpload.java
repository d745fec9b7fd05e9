package dev.slipway.upload;

import dev.slipway.file.Content;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.file.Rejection;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;

/// Copies verified bytes out of quarantine, to a key that no form can write to, only if they
/// are still the ones that were judged. Where a storage cannot copy on condition, the copy
/// itself is judged.
@Singleton
final class PromoteUpload {

    /// How it went.
    sealed interface Outcome {

        /// The verified bytes are at their final key.
        record Done(Content content) implements Outcome {}

        /// The bytes have been swapped or removed meanwhile: look again.
        record Swapped() implements Outcome {}

        /// What was copied are other bytes, and not good ones; the copy is for nobody.
        record Refused(Rejection reason, ObjectKey copy) implements Outcome {}
    }

    private final Storages storages;
    private final JudgeUpload judgeUpload;
    private final RecordUpload recordUpload;

    PromoteUpload(Storages storages, JudgeUpload judgeUpload, RecordUpload recordUpload) {
        this.storages = storages;
        this.judgeUpload = judgeUpload;
        this.recordUpload = recordUpload;
    }

    Outcome promote(FileRecord file, Sighting.Bytes judged) {
        var visibility = file.profile().visibility();
        var object = judged.object();
        var key = Keys.original(visibility, file.id(), object.etag(), file.fileType());
        var headers =
                ObjectHeaders.immutable(file.fileType(), visibility == Visibility.PUBLIC)
                        .with(file.metadata());
        return switch (storages.named(file.storage()).promote(object, key, headers)) {
            case Promotion.Done() -> new Outcome.Done(content(file, key, judged));
            case Promotion.Swapped() -> new Outcome.Swapped();
            case Promotion.Unchecked(var copy) -> {
                recordUpload.copied(file);
                yield judgeCopy(file, copy);
            }
        };
    }

    private Outcome judgeCopy(FileRecord file, ObjectKey copy) {
        return switch (judgeUpload.judge(file, copy)) {
            case Verdict.Missing() -> new Outcome.Swapped();
            case Verdict.Rejected(var reason) -> new Outcome.Refused(reason, copy);
            case Verdict.Accepted(var bytes) -> new Outcome.Done(content(file, copy, bytes));
        };
    }

    private static Content content(FileRecord file, ObjectKey key, Sighting.Bytes bytes) {
        var object = bytes.object();
        return new Content(
                file.id(),
                file.storage(),
                key,
                object.etag(),
                object.size(),
                bytes.checksums().sha256());
    }
}
