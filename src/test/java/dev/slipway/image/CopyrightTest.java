package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D75: whose a picture is")
final class CopyrightTest {

    @TempDir private Path temp;

    @ParameterizedTest
    @CsvSource({"Ada, (c) Ada 2026", "Ada, ''", "'', (c) Ada", "Ä, ©"})
    void isReadAsItWasWritten(String artist, String owner) throws IOException {
        var copyright = new Copyright(artist, owner);

        assertThat(copyright.isEmpty()).isFalse();
        assertThat(read(copyright.exif())).isEqualTo(copyright);
    }

    @Test
    void isAllThatIsTakenOfExif() throws IOException {
        var copyright = read(PictureFile.exifWithCopyright("(c) Ada"));

        assertThat(copyright).isEqualTo(new Copyright("", "(c) Ada"));
        assertThat(copyright.exif()).hasSizeLessThan(60);
    }

    @Test
    void isNobodysWhereExifIsBrokenOrMeantToDoHarm() throws IOException {
        var whole = PictureFile.exifWithCopyright("(c) Ada");
        for (var size = 0; size < whole.length - 8; size++) {
            assertThat(read(Arrays.copyOf(whole, size)).owner()).as("cut at %d", size).isEmpty();
        }
        assertThat(read(PictureFile.exifBomb()).isEmpty()).isTrue();
    }

    private Copyright read(byte[] exif) throws IOException {
        try (var in = SourceStream.open(Files.write(temp.resolve("exif"), exif))) {
            return Copyright.read(in, exif.length);
        }
    }
}
