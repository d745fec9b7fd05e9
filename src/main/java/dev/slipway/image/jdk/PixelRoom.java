package dev.slipway.image.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Room for pixels that have to be held whole. What is large stands in a file, which has no
/// name any more and which the system holds in memory only as far as there is some to spare:
/// so the heap does not grow with the sizes that are asked for.
///
/// `arena`: how long the room lasts. `folder`: where the file is.
record PixelRoom(Path folder, Arena arena) {

    /// More than what most pages show: 2500 x 2100 as RGB.
    static final long ON_HEAP = 16 << 20;

    MemorySegment of(long bytes) {
        return bytes <= ON_HEAP ? MemorySegment.ofArray(new byte[(int) bytes]) : inFile(bytes);
    }

    private MemorySegment inFile(long bytes) {
        var file = folder.resolve(UUID.randomUUID() + ".pixels");
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(MapMode.READ_WRITE, 0, bytes, arena);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make room in " + folder, e);
        }
    }
}
