package dev.slipway.multipart;

import dev.slipway.file.FileRecord;
import dev.slipway.storage.Part;
import dev.slipway.storage.PartTerms;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which uploads come in parts, and how large and how many these are
/// ([S3's limits](https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html): 10,000
/// parts of 5 MiB to 5 GiB, the last one smaller).
@Startup
@Singleton
public final class PartSizes {

    /// The most that one request can bring.
    public static final long LARGEST_SINGLE = 5L << 30;

    /// A part whose size the sender chooses.
    public static final long ANY = 0;

    static final long SMALLEST = 5L << 20;
    private static final long MIB = 1 << 20;

    private final long threshold;
    private final long usual;
    private final Duration lifetime;

    PartSizes(MultipartConfig config) {
        this.threshold = config.threshold().asLongValue();
        this.usual = config.partSize().asLongValue();
        this.lifetime = config.lifetime();
        check("threshold", threshold, SMALLEST, LARGEST_SINGLE);
        check("part-size", usual, SMALLEST, LARGEST_SINGLE);
    }

    private static void check(String setting, long bytes, long least, long most) {
        if (bytes < least || bytes > most) {
            throw new IllegalStateException(
                    "slipway.multipart.%s is %d bytes, but can be %d to %d only"
                            .formatted(setting, bytes, least, most));
        }
    }

    /// The size of the parts of a file of so many bytes, or empty when it comes in one piece.
    public Optional<Long> findFor(@Nullable Long fileSize) {
        if (fileSize == null || fileSize <= threshold) {
            return Optional.empty();
        }
        var enough = Math.ceilDiv(fileSize, PartTerms.MOST_PARTS);
        return Optional.of(Math.max(usual, Math.ceilDiv(enough, MIB) * MIB));
    }

    /// Until when an upload lives that somebody asks about now.
    public Instant livesUntil(Instant now) {
        return now.plus(lifetime);
    }

    /// Whether the length of each part is known.
    static boolean areExact(FileRecord file) {
        return file.signedSize() != null && file.partSize() != null && file.partSize() != ANY;
    }

    /// The exact bytes of a part, where they are known.
    static @Nullable Long bytesOf(FileRecord file, int number) {
        var size = file.signedSize();
        var partSize = file.partSize();
        return size == null || partSize == null || partSize == ANY
                ? null
                : Long.valueOf(Math.min(partSize, size - (number - 1) * partSize));
    }

    /// Whether one of several parts, the last aside, is smaller than S3 joins.
    static boolean areTooSmall(List<Part> parts) {
        return parts.stream()
                .limit(Math.max(0, parts.size() - 1))
                .anyMatch(part -> part.size() < SMALLEST);
    }

    /// How many parts the upload can have.
    static int most(FileRecord file) {
        var partSize = file.partSize();
        var each = partSize == null || partSize == ANY ? SMALLEST : partSize;
        return (int) Math.min(PartTerms.MOST_PARTS, Math.ceilDiv(limit(file), each));
    }

    /// The most bytes that the upload can have.
    static long limit(FileRecord file) {
        var size = file.signedSize();
        return size == null ? file.profile().maxSize() : size;
    }
}
