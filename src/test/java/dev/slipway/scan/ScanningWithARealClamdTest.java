package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D56: ClamAV's daemon")
class ScanningWithARealClamdTest extends ScannerContract {

    private static @Nullable RealClamd clamd;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        clamd = RealClamd.start(folder, LIMIT);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (clamd != null) {
            clamd.stop();
        }
    }

    @Override
    Scanner scanner() {
        return Scans.patient(clamd.protocol());
    }

    @Test
    void looksIntoArchives() throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("holiday.txt"));
            zip.write(Marker.bytes());
        }

        assertThat(Scans.scan(scanner(), archive.toByteArray()))
                .isEqualTo(new ScanVerdict.Infected(Marker.NAME + ".UNOFFICIAL"));
    }

    @Test
    void findsFaultWithWhatItMayNotLookInto() {
        assertThat(scanner().scan("too large", LIMIT, new Filler(LIMIT)))
                .isEqualTo(new ScanVerdict.Infected("Heuristics.Limits.Exceeded.MaxFileSize"));
    }

    @Test
    void saysWhyItTakesNoMore() {
        var suspect = new Suspect(2 * LIMIT, new Filler(2 * LIMIT));

        assertThatIOException()
                .isThrownBy(() -> clamd.protocol().ask(suspect))
                .withMessageEndingWith("INSTREAM size limit exceeded. ERROR");
    }
}
