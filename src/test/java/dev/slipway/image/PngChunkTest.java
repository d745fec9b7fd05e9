package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a chunk of a PNG")
class PngChunkTest {

    /// The last bytes of any PNG.
    @Test
    void endsTheFile() throws IOException {
        assertThat(written(PngChunk.end())).isEqualTo("00000000" + "49454e44" + "ae426082");
    }

    /// The gamma of sRGB, as many programs write it.
    @Test
    void hasASizeATypeItsDataAndAChecksum() throws IOException {
        var gamma = new PngChunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f});
        assertThat(written(gamma)).isEqualTo("00000004" + "67414d41" + "0000b18f" + "0bfc6105");
    }

    private static String written(PngChunk chunk) throws IOException {
        var bytes = new ByteArrayOutputStream();
        chunk.writeTo(new DataOutputStream(bytes));
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
