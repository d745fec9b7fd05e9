package dev.slipway.image.libvips;

import java.util.Optional;

/// Looks for libvips in a Java of its own and says what came of it.
final class FindAlone {

    private FindAlone() {}

    static void main() {
        System.out.println(FindLibvips.at(Optional.empty()));
    }

    static String with(String... options) throws Exception {
        return Alone.run(FindAlone.class, options);
    }
}
