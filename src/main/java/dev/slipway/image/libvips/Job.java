package dev.slipway.image.libvips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// What one picture takes of libvips: every object that is made for it, and the memory of every
/// text that is handed over. All of it is given back when this closes, whatever has happened
/// before. For one thread.
final class Job implements AutoCloseable {

    private final Libvips vips;
    private final Arena arena = Arena.ofConfined();
    private final long shortagesBefore;

    Job(Libvips vips) {
        this.vips = vips;
        this.shortagesBefore = vips.words().shortages();
        SpareMemory.OF_THE_PROCESS.pictureBegins();
    }

    Libvips vips() {
        return vips;
    }

    Arena arena() {
        return arena;
    }

    /// The file as libvips reads it, for an operation's `source`. Not by its name: libvips finds
    /// options in names.
    MemorySegment source(Path file) throws LibvipsFailure {
        return own("source", vips.sourceNewFromFile.pointer(text(file.toString())));
    }

    Operation operation(String name) {
        return new Operation(this, name);
    }

    VipsImage image(String made, MemorySegment object) throws LibvipsFailure {
        return new VipsImage(this, own(made, object));
    }

    MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    LibvipsFailure failure(String made) {
        return new LibvipsFailure(made, words());
    }

    /// What libvips has said since anyone asked last.
    Words.Said words() {
        return vips.words().take(shortagesBefore);
    }

    /// libvips keeps buffers for each thread that calls it, and cannot know when one ends.
    @Override
    public void close() {
        arena.close();
        vips.threadShutdown.run();
        SpareMemory.OF_THE_PROCESS.pictureEnds();
    }

    @SuppressWarnings("restricted")
    private MemorySegment own(String made, MemorySegment object) throws LibvipsFailure {
        if (object.equals(MemorySegment.NULL)) {
            throw failure(made);
        }
        return object.reinterpret(arena, vips.gObjectUnref::run);
    }
}
