package dev.slipway.file;

import dev.slipway.profile.Profile;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long things are kept that nobody needs any more.
@Singleton
public final class Retention {

    /// An address works for half as long again as it has to; then a download may still be
    /// running.
    private static final int LIVES_OF_A_LINK = 2;

    private final RetentionConfig config;
    private final LinkConfig links;

    Retention(RetentionConfig config, LinkConfig links) {
        this.config = config;
        this.links = links;
    }

    /// From when on no form of this upload can bring bytes any more.
    public Instant formsAreDead(FileRecord upload) {
        return upload.expiresAt().plus(config.uploadGrace());
    }

    /// Whose expiry lies before this time, its forms are dead by `now`.
    public Instant deadIfExpiredBefore(Instant now) {
        return now.minus(config.uploadGrace());
    }

    /// When a file that was finished at `finished` goes by itself: null is never.
    public static @Nullable Instant goes(Profile terms, Instant finished, boolean claimed) {
        var unclaimed = claimed ? null : terms.claimWithin();
        return Stream.of(Optional.ofNullable(unclaimed), Optional.ofNullable(terms.retention()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(finished::plus)
                .orElse(null);
    }

    /// From when on an object that lost a race may be removed: whoever still names it has done
    /// so.
    public Instant losersGo(Instant now) {
        return now.plus(config.uploadGrace());
    }

    /// What had moved elsewhere before this time is at its old place for nobody: the addresses
    /// that were given out for it have expired.
    public Instant linksAreDeadIfMovedBefore(Instant now) {
        return now.minus(links.expiry().multipliedBy(LIVES_OF_A_LINK));
    }

    /// Until when content that is replaced now stays.
    public Instant historyEnds(Instant now) {
        return now.plus(config.historyKeep());
    }
}
