package dev.slipway.processing;

import java.nio.file.Files;

/// A process in the middle of a job: says where, and waits until it is killed.
final class HoldAWorkFolder {

    private HoldAWorkFolder() {}

    public static void main(String[] arguments) throws Exception {
        try (var folder = new WorkFolder()) {
            Files.writeString(folder.path().resolve("original"), "a picture");
            System.out.println(folder.path());
            System.in.read();
        }
    }
}
