package dev.slipway.file;

import jakarta.inject.Singleton;
import java.time.Instant;

/// How long things are kept that nobody needs any more.
@Singleton
public final class Retention {

    private final RetentionConfig config;

    Retention(RetentionConfig config) {
        this.config = config;
    }

    /// From when on no form of this upload can bring bytes any more.
    public Instant formsAreDead(FileRecord upload) {
        return upload.expiresAt().plus(config.uploadGrace());
    }

    /// From when on an object that lost a race may be removed: whoever still names it has done
    /// so.
    public Instant losersGo(Instant now) {
        return now.plus(config.uploadGrace());
    }

    /// Until when content that is replaced now stays.
    public Instant historyEnds(Instant now) {
        return now.plus(config.historyKeep());
    }
}
