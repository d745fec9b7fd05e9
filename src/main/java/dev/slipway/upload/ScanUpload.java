package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.scan.ScanVerdict;
import dev.slipway.scan.Scanner;
import dev.slipway.scan.Scanners;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Lets the scanner see all bytes of an upload that is good so far. Without a scanner nothing is
/// read.
@Singleton
final class ScanUpload {

    private final Scanners scanners;
    private final Storages storages;

    ScanUpload(Scanners scanners, Storages storages) {
        this.scanners = scanners;
        this.storages = storages;
    }

    Verdict scan(FileRecord file, Verdict.Accepted accepted) {
        return scanners.find().map(scanner -> scan(scanner, file, accepted)).orElse(accepted);
    }

    private Verdict scan(Scanner scanner, FileRecord file, Verdict.Accepted accepted) {
        var object = accepted.bytes().object();
        var bytes =
                storages.named(file.storage())
                        .open(object.key(), object.etag(), ByteRange.first(object.size()));
        if (bytes.isEmpty()) {
            return new Verdict.Missing();
        }
        return switch (scan(scanner, file, object.size(), bytes.get())) {
            case ScanVerdict.Clean() -> accepted;
            case ScanVerdict.Infected(var signature) ->
                    new Verdict.Rejected(Rejections.infected(signature));
        };
    }

    private static ScanVerdict scan(
            Scanner scanner, FileRecord file, long size, InputStream bytes) {
        try (bytes) {
            return scanner.scan("upload " + file.id(), size, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
