package dev.slipway.upload;

import dev.slipway.file.Content;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.ForgetObject;
import dev.slipway.file.Keys;
import dev.slipway.file.ReUploads;
import dev.slipway.file.Rejection;
import dev.slipway.file.Retention;
import dev.slipway.job.Jobs;
import dev.slipway.processing.QueueVariants;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// The last and shortest part of a finish: one transaction that records how it ended, together
/// with the work that follows.
@Singleton
@Transactional
class RecordUpload {

    private final Files files;
    private final ReUploads reUploads;
    private final QueueVariants queueVariants;
    private final Jobs jobs;
    private final Retention retention;
    private final Clock clock;

    RecordUpload(
            Files files,
            ReUploads reUploads,
            QueueVariants queueVariants,
            Jobs jobs,
            Retention retention,
            Clock clock) {
        this.files = files;
        this.reUploads = reUploads;
        this.queueVariants = queueVariants;
        this.jobs = jobs;
        this.retention = retention;
        this.clock = clock;
    }

    /// The verified bytes are the file now, unless somebody else has ended the upload
    /// meanwhile.
    void accepted(FileRecord upload, Content content) {
        var now = clock.instant();
        var processing = queueVariants.stateFor(upload);
        if (upload.replaces() == null) {
            if (files.finish(upload, content, processing, now)) {
                won(upload, content, now);
            } else {
                lost(content.key(), now);
            }
            return;
        }
        switch (reUploads.merge(upload, content, processing, now)) {
            case ReUploads.Merge.Won(var replaced) -> {
                won(upload, content, now);
                jobs.enqueue(ForgetContent.NAME, replaced.toString(), retention.historyEnds(now));
            }
            case ReUploads.Merge.Lost() -> lost(content.key(), now);
            case ReUploads.Merge.TargetGone() -> {
                rejected(upload, Rejections.targetDeleted());
                lost(content.key(), now);
            }
        }
    }

    boolean rejected(FileRecord upload, Rejection reason) {
        var won = files.reject(upload.id(), reason, clock.instant());
        if (won) {
            forget(upload);
        }
        return won;
    }

    /// The copy was made before its bytes could be judged, and they are not good.
    void refused(FileRecord upload, Rejection reason, ObjectKey copy) {
        if (!rejected(upload, reason)) {
            lost(copy, clock.instant());
        }
    }

    /// Each try makes a copy with a name of its own. It may not live to see its answer, or not
    /// be able to judge it: then no row will ever name it.
    void copied(FileRecord upload) {
        var now = clock.instant();
        jobs.enqueue(ForgetCopies.NAME, upload.id().toString(), retention.losersGo(now));
    }

    /// False when the upload has ended otherwise meanwhile, or was given more time.
    boolean expired(FileRecord upload) {
        var won = files.expire(upload, clock.instant());
        if (won) {
            forget(upload);
        }
        return won;
    }

    /// The verification takes long: a job sees to its end.
    void goesOn(FileRecord upload) {
        if (files.move(upload.id(), FileState.PENDING, FileState.VERIFYING)) {
            jobs.enqueue(FinishInBackground.NAME, upload.id().toString(), clock.instant());
        }
    }

    /// Everything: a finish that died on the way may have promoted something.
    private void forget(FileRecord upload) {
        jobs.enqueue(ForgetContent.NAME, upload.id().toString(), clock.instant());
    }

    private void won(FileRecord upload, Content content, Instant now) {
        queueVariants.enqueue(upload, content.id(), now);
        jobs.enqueue(ForgetObject.NAME, Keys.incoming(upload.id()).value(), now);
    }

    /// Whoever won may have promoted to the very same key: only a later look can tell.
    private void lost(ObjectKey key, Instant now) {
        jobs.enqueue(ForgetObject.NAME, key.value(), retention.losersGo(now));
    }
}
