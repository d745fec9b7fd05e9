package dev.slipway.upload;

import dev.slipway.caller.PublicAddress;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.multipart.PartSizes;
import dev.slipway.storage.Storages;
import dev.slipway.storage.UploadTerms;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/// Signs what a pending row permits, as often as somebody asks: the terms come from the row
/// alone, only the time of signing and the expiry differ. The parts of a large file are signed one
/// by one, when they are asked for.
@Singleton
final class PermitUpload {

    private static final String PARTS = "/uppy/s3/multipart/";

    private final Storages storages;
    private final PublicAddress address;
    private final Clock clock;

    PermitUpload(Storages storages, PublicAddress address, Clock clock) {
        this.address = address;
        this.storages = storages;
        this.clock = clock;
    }

    StartAnswer permit(FileRecord pending, Instant until) {
        var now = clock.instant();
        if (pending.partSize() != null) {
            var parts = URI.create(address.base() + PARTS + pending.id());
            return StartAnswer.inParts(pending, parts, until, now);
        }
        var ticket = storages.named(pending.storage()).ticket(termsOf(pending, now, until));
        return StartAnswer.of(pending, ticket, now);
    }

    StartAnswer permitPut(FileRecord pending, Instant until) {
        var now = clock.instant();
        var ticket = storages.named(pending.storage()).putTicket(termsOf(pending, now, until));
        return StartAnswer.of(pending, ticket, now);
    }

    private static UploadTerms termsOf(FileRecord file, Instant now, Instant until) {
        var exactly = file.signedSize();
        return new UploadTerms(
                Keys.incoming(file.id()),
                file.fileType(),
                exactly == null ? 1 : exactly,
                exactly == null
                        ? Math.min(file.profile().maxSize(), PartSizes.LARGEST_SINGLE)
                        : exactly,
                file.checksums(),
                file.metadata(),
                now,
                until);
    }
}
