package dev.slipway.image.libvips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// What one picture takes of libvips: every object that is made for it, and the memory of every
/// text that is handed over. All of it is given back when this closes, whatever has happened
/// before; what only a part of the work needs, with that part. For one thread.
final class Job implements AutoCloseable {

    private final Libvips vips;
    private final Arena arena = Arena.ofConfined();
    private final long shortagesBefore;
    private final boolean isPart;

    Job(Libvips vips) {
        this(vips, vips.words().shortages(), false);
        SpareMemory.OF_THE_PROCESS.pictureBegins();
    }

    private Job(Libvips vips, long shortagesBefore, boolean isPart) {
        this.vips = vips;
        this.shortagesBefore = shortagesBefore;
        this.isPart = isPart;
    }

    /// To be closed before this is.
    Job part() {
        return new Job(vips, shortagesBefore, true);
    }

    /// An image of a part, for longer than the part.
    VipsImage keep(VipsImage image) {
        return new VipsImage(this, own(vips.gObjectRef.pointer(image.object())));
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
        if (!isPart) {
            vips.threadShutdown.run();
            SpareMemory.OF_THE_PROCESS.pictureEnds();
        }
    }

    private MemorySegment own(String made, MemorySegment object) throws LibvipsFailure {
        if (object.equals(MemorySegment.NULL)) {
            throw failure(made);
        }
        return own(object);
    }

    @SuppressWarnings("restricted")
    private MemorySegment own(MemorySegment object) {
        return object.reinterpret(arena, vips.gObjectUnref::run);
    }
}
