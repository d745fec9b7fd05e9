package dev.slipway.image.libvips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for libvips in a Java of its own and says what came of it.
final class FindAlone {

    private FindAlone() {}

    static void main() {
        System.out.println(FindLibvips.at(Optional.empty()));
    }

    static String with(String... options) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), FindAlone.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            return out.readAllAsString();
        }
    }
}
