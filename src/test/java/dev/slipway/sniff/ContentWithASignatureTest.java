package dev.slipway.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D50: content with a signature")
class ContentWithASignatureTest {

    private final ContentSniffer sniffer = new ContentSniffer();

    @ParameterizedTest
    @CsvSource({
        "png, image/png",
        "jpeg, image/jpeg",
        "gif, image/gif",
        "bmp, image/bmp",
        "tiff, image/tiff"
    })
    void isAPictureWhenItIsOne(String format, String type) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, picture);

        assertThat(sniffer.sniff(picture.toByteArray())).isEqualTo(type);
    }

    /// In the bytes, `~` stands for a zero.
    @ParameterizedTest
    @CsvSource({
        "'RIFF$~~~WEBPVP8 ', image/webp",
        "'RIFF$~~~WAVEfmt ', audio/wav",
        "'RIFF$~~~AVI LIST', video/x-msvideo",
        "'~~~\u0018ftypheic~~~~mif1heic', image/heic",
        "'~~~\u0018ftypmif1~~~~mif1heic', image/heic",
        "'~~~\u0018ftypmif1~~~~mif1miaf', image/heif",
        "'~~~\u0018ftypmif1~~~~mif1avif', image/avif",
        "'~~~\u0018ftypavif~~~~avifmif1', image/avif",
        "'~~~\u0018ftypisom~~~~isomavc1', video/mp4",
        "'~~~\u0018ftypmp42~~~~isommp42', video/mp4",
        "'~~~\u0018ftyp3gp4~~~~isom3gp4', video/3gpp",
        "'~~~\u0014ftypqt  ~~~~qt  ', video/quicktime",
        "'~~~\u0018ftypM4A ~~~~M4A mp42', audio/mp4",
        "'ID3\u0003~~~~~~~', audio/mpeg",
        "'OggS~\u0002~~~~~~~~', application/ogg",
        "'fLaC~~~\"', audio/flac",
        "'%PDF-1.7\r%\u00e2\u00e3\u00cf\u00d3', application/pdf",
        "'7z\u00bc\u00af\u0027\u0027\u001c~\u0004', application/x-7z-compressed",
        "'Rar!\u001a\u0007~', application/vnd.rar"
    })
    void isWhatTheSignatureSays(String bytes, String type) {
        assertThat(sniffer.sniff(bytes(bytes))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "1A45DFA39F4286810142F7810142F2810442F381084282847765626D, video/webm",
        "1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61, video/x-matroska",
        "FFFB9064000000000000000000000000, audio/mpeg",
        "D0CF11E0A1B11AE10000000000000000, application/x-ole-storage"
    })
    void isWhatTheseBytesSay(String bytes, String type) {
        assertThat(sniffer.sniff(HexFormat.of().parseHex(bytes))).isEqualTo(type);
    }

    @Test
    void isAZipWhateverIsInIt() throws IOException {
        assertThat(sniffer.sniff(zip("a.txt"))).isEqualTo("application/zip");
        assertThat(sniffer.sniff(zip("[Content_Types].xml"))).isEqualTo("application/zip");
        assertThat(sniffer.sniff(zip("META-INF/MANIFEST.MF"))).isEqualTo("application/zip");
        assertThat(sniffer.sniff(zip("mimetype"))).isEqualTo("application/zip");
    }

    @Test
    void isGzipAlsoWhenAPageIsPackedInIt() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8));
        }

        assertThat(sniffer.sniff(packed.toByteArray())).isEqualTo("application/gzip");
    }

    @Test
    void isAPdfAlsoWhenAllOfItIsText() {
        assertThat(sniffer.sniff("%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj".getBytes(UTF_8)))
                .isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a/*<script>alert(1)</script>, image/gif",
        "%PDF-1.4 <html><script>alert(1)</script>, application/pdf",
        "GIF89a\u0001~\u0001~<script>alert(1)</script>, image/gif",
        "\u00ff\u00d8\u00ff\u00e0~\u0010JFIF~<script>alert(1)</script>, image/jpeg"
    })
    void staysWhatTheSignatureSaysWhenMarkupIsHiddenBehindIt(String bytes, String type) {
        assertThat(sniffer.sniff(bytes(bytes))).isEqualTo(type);
    }

    @Test
    void isUnknownWhenItHasNoneThatAnybodyKnows() {
        var random = new Random(20);
        for (var length : new int[] {16, 1000, ContentSniffer.HEAD}) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            bytes[0] = 0;
            bytes[1] = 7;

            assertThat(sniffer.sniff(bytes)).isEqualTo("application/octet-stream");
        }
    }

    @Test
    void isUnknownWhenThereIsNothingOrOnlyOneByte() {
        assertThat(sniffer.sniff(new byte[0])).isEqualTo("application/octet-stream");
        assertThat(sniffer.sniff(new byte[] {0})).isEqualTo("application/octet-stream");
        assertThat(sniffer.sniff(new byte[] {(byte) 0xFF})).isEqualTo("application/octet-stream");
    }

    private static byte[] bytes(String text) {
        return text.replace('~', '\0').getBytes(ISO_8859_1);
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("application/epub+zip".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
