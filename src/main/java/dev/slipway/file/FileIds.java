package dev.slipway.file;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Ids of files: UUID version 7 (RFC 9562, section 5.7), so they sort by the millisecond they
/// were made in and carry it.
public final class FileIds {

    private static final int TEXT_LENGTH = 36;

    private FileIds() {}

    public static UUID next(Instant now, RandomGenerator random) {
        var high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        var low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /// The smallest id of this millisecond.
    static UUID firstOf(Instant time) {
        return new UUID((time.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /// The millisecond in which the id was made.
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /// The id that this text is, or empty when it is none.
    public static Optional<UUID> find(@Nullable String text) {
        if (text == null || text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
