package dev.slipway.image.libvips;

import java.util.ArrayList;
import java.util.List;

/// Runs a `main` in a Java of its own, whose memory and whose libraries nobody else has touched.
final class Alone {

    private Alone() {}

    /// What it says.
    static String run(Class<?> main, String... options) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            return out.readAllAsString();
        }
    }
}
