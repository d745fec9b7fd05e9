package dev.slipway.image.libvips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Readies libvips for the rest of the process: quiet, one thread a picture (how many pictures
/// are in work at a time is decided elsewhere), nothing kept between them, and no code reachable
/// for formats that are not meant to be read or written here.
final class StartLibvips {

    private static final List<String> SAVERS =
            List.of(
                    "VipsForeignSaveJpeg",
                    "VipsForeignSavePng",
                    "VipsForeignSaveWebp",
                    "VipsForeignSaveHeif");

    private StartLibvips() {}

    /// @throws IllegalStateException if libvips says that it cannot
    static void run(Libvips vips) {
        try (var arena = Arena.ofConfined()) {
            // what is wrong with a picture is told to who sent it, and not on the console
            set(vips, "VIPS_WARNING", "1", arena);
            // Words looks for some in what is said
            set(vips, "LANGUAGE", "en", arena);
            if (vips.init.number(text("slipway", arena)) != 0) {
                throw new IllegalStateException(vips.words().take(0).text());
            }
            vips.concurrencySet.run(1);
            vips.cacheSetMax.run(0);
            block(vips, "VipsForeign", true, arena);
            for (var loader : Loader.values()) {
                block(vips, loader.type(), false, arena);
            }
            SAVERS.forEach(saver -> block(vips, saver, false, arena));
        }
    }

    static String version(Libvips vips) {
        return vips.version.number(0) + "." + vips.version.number(1) + "." + vips.version.number(2);
    }

    private static void set(Libvips vips, String variable, String value, Arena arena) {
        vips.gSetenv.number(text(variable, arena), text(value, arena), 1);
    }

    private static void block(Libvips vips, String type, boolean blocked, Arena arena) {
        vips.operationBlockSet.run(text(type, arena), blocked ? 1 : 0);
    }

    private static MemorySegment text(String text, Arena arena) {
        return arena.allocateFrom(text);
    }
}
