package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.storage.Storages;
import dev.slipway.storage.UploadTerms;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Signs what a pending row permits, as often as somebody asks: the terms come from the row
/// alone, only the time of signing and the expiry differ.
@Singleton
final class PermitUpload {

    private final Storages storages;
    private final Clock clock;

    PermitUpload(Storages storages, Clock clock) {
        this.storages = storages;
        this.clock = clock;
    }

    StartAnswer permit(FileRecord pending, Instant until) {
        var now = clock.instant();
        var ticket = storages.named(pending.storage()).ticket(termsOf(pending, now, until));
        return StartAnswer.of(pending, ticket, now);
    }

    private static UploadTerms termsOf(FileRecord file, Instant now, Instant until) {
        var exactly = file.signedSize();
        return new UploadTerms(
                Keys.incoming(file.id()),
                file.fileType(),
                exactly == null ? 1 : exactly,
                exactly == null ? file.profile().maxSize() : exactly,
                file.checksums(),
                file.metadata(),
                now,
                until);
    }
}
