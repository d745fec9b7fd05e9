package dev.slipway.storage.local;

import dev.slipway.storage.Summing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Bytes that never change, under names that are never used twice: `blobs/<day>/<random>`. They
/// arrive in `tmp/` and are moved here when they are complete.
final class Blobs {

    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    private static final Logger LOG = Logger.getLogger(Blobs.class);

    private final Path blobs;
    private final Path tmp;
    private final Clock clock;

    Blobs(Path blobs, Path tmp, Clock clock) {
        this.blobs = blobs;
        this.tmp = tmp;
        this.clock = clock;
    }

    /// A place for bytes that are on their way.
    Arrival arrival(Set<Summing.Algorithm> alsoSummed) throws IOException {
        return Arrival.in(tmp.resolve(UUID.randomUUID().toString()), alsoSummed);
    }

    /// Takes over what has arrived completely, and gives it a name.
    String keep(Arrival arrival) throws IOException {
        var name = newName();
        Durable.move(arrival.file(), blobs.resolve(name));
        return name;
    }

    /// A second name for the same bytes; a copy where the file system knows no links.
    ///
    /// @throws NoSuchFileException when the blob is gone
    String link(String blob) throws IOException {
        var name = newName();
        try {
            Files.createLink(blobs.resolve(name), blobs.resolve(blob));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            return copy(blob);
        }
        Durable.keepName(blobs.resolve(name));
        return name;
    }

    String copy(String blob) throws IOException {
        try (var arrival = arrival(Set.of());
                var in = Files.newInputStream(blobs.resolve(blob))) {
            in.transferTo(arrival);
            arrival.complete();
            return keep(arrival);
        }
    }

    FileChannel open(String blob) throws IOException {
        return FileChannel.open(blobs.resolve(blob), StandardOpenOption.READ);
    }

    /// Removes what no pointer names any more. What cannot be removed now, [Leftovers] will.
    void discard(String blob) {
        try {
            Files.deleteIfExists(blobs.resolve(blob));
        } catch (IOException e) {
            LOG.warnf(e, "Could not remove the replaced bytes %s", blob);
        }
    }

    private String newName() throws IOException {
        var day = DAY.format(clock.instant());
        Files.createDirectories(blobs.resolve(day));
        return day + "/" + UUID.randomUUID();
    }
}
