package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.multipart.NotPending;
import dev.slipway.multipart.PartSizes;
import dev.slipway.problem.NotFound;
import dev.slipway.problem.Problem;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Gives a pending upload a fresh form with the terms of the first one, and more time, but never
/// more than its lifetime. Its compare-and-set names the expiry that it saw, as that of whoever
/// lets the upload expire does: so a renewal is never lost without a word.
@Startup
@Singleton
final class RenewUpload {

    private static final int MOST_TRIES = 100;

    private final Files files;
    private final PermitUpload permitUpload;
    private final Clock clock;
    private final PartSizes partSizes;
    private final Duration maxLifetime;

    RenewUpload(
            Files files,
            PermitUpload permitUpload,
            PartSizes partSizes,
            Clock clock,
            StartConfig config) {
        this.files = files;
        this.permitUpload = permitUpload;
        this.partSizes = partSizes;
        this.clock = clock;
        this.maxLifetime = config.maxLifetime();
        if (!maxLifetime.isPositive()) {
            throw new IllegalStateException(
                    "slipway.upload.max-lifetime is " + maxLifetime + ", not a time above 0");
        }
    }

    StartAnswer renew(Caller caller, String id) {
        var uploadId = FileIds.find(id).orElseThrow(() -> new NotFound().refusal());
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var upload =
                    files.find(uploadId)
                            .filter(file -> caller.maySee(file.owner()))
                            .orElseThrow(() -> new NotFound().refusal());
            if (upload.state() != FileState.PENDING) {
                throw refusal(upload).refusal();
            }
            var until = until(upload);
            var answer = permitUpload.permit(upload, until);
            if (files.renew(upload, until)) {
                return answer;
            }
        }
        throw new IllegalStateException("upload " + id + " is renewed all the time by others");
    }

    private Instant until(FileRecord upload) {
        var now = clock.instant();
        if (upload.partSize() != null) {
            return partSizes.livesUntil(now);
        }
        var last = upload.createdAt().plus(maxLifetime);
        if (!last.minusSeconds(1).isAfter(now)) {
            throw new UploadExpired(last).refusal();
        }
        var wanted = now.plus(upload.profile().expiry());
        var possible = wanted.isBefore(last) ? wanted : last;
        return possible.isAfter(upload.expiresAt()) ? possible : upload.expiresAt();
    }

    private static Problem refusal(FileRecord upload) {
        return switch (upload.state()) {
            case PENDING, VERIFYING, FINISHED, MERGED -> new NotPending(upload.state());
            case REJECTED -> new UploadEnded(upload.state());
            case EXPIRED -> new UploadExpired(upload.expiresAt());
            case DELETED ->
                    upload.uploadFinishedAt() == null ? new UploadCancelled() : new NotFound();
        };
    }
}
