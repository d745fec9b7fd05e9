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
import java.util.ArrayList;
import java.util.List;
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
    Piece keep(Arrival arrival) throws IOException {
        var name = newName();
        Durable.move(arrival.file(), blobs.resolve(name));
        return new Piece(name, arrival.size());
    }

    /// Second names for the same bytes; copies where the file system knows no links.
    ///
    /// @throws NoSuchFileException when a blob is gone
    List<Piece> link(List<Piece> pieces) throws IOException {
        var links = new ArrayList<Piece>(pieces.size());
        try {
            for (var piece : pieces) {
                links.add(link(piece));
            }
        } catch (IOException e) {
            discard(links);
            throw e;
        }
        // They may have got their names on two days.
        links.stream()
                .map(link -> blobs.resolve(link.blob()).getParent())
                .distinct()
                .forEach(Durable::keepNamesIn);
        return links;
    }

    private Piece link(Piece piece) throws IOException {
        var name = newName();
        try {
            Files.createLink(blobs.resolve(name), blobs.resolve(piece.blob()));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // not every file system has links, or any number of them
            return copy(piece);
        }
        return new Piece(name, piece.size());
    }

    private Piece copy(Piece piece) throws IOException {
        try (var arrival = arrival(Set.of());
                var in = Files.newInputStream(blobs.resolve(piece.blob()))) {
            in.transferTo(arrival);
            arrival.complete();
            return keep(arrival);
        }
    }

    FileChannel open(String blob) throws IOException {
        return FileChannel.open(blobs.resolve(blob), StandardOpenOption.READ);
    }

    /// Removes what no pointer names any more, in order, so that who finds the first finds all.
    /// What cannot be removed now, [Leftovers] will.
    void discard(List<Piece> pieces) {
        pieces.forEach(piece -> discard(piece.blob()));
    }

    private void discard(String blob) {
        try {
            Files.deleteIfExists(blobs.resolve(blob));
        } catch (IOException e) {
            LOG.warnf(e, "Could not remove the replaced bytes %s", blob);
        }
    }

    private String newName() throws IOException {
        var day = DAY.format(clock.instant());
        var folder = blobs.resolve(day);
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            Durable.keepName(folder);
        }
        return day + "/" + UUID.randomUUID();
    }
}
