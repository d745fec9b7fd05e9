package dev.slipway.image;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A chunk of a PNG to be written (third edition, 5.3): the size of its data, its type of four
/// letters, its data, and the checksum of the last two.
public final class PngChunk {

    private final byte[] type;
    private final byte[] data;

    public PngChunk(String type, byte[] data) {
        this.type = type.getBytes(StandardCharsets.US_ASCII);
        this.data = data;
    }

    /// The one that ends every PNG.
    public static PngChunk end() {
        return new PngChunk("IEND", new byte[0]);
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt(checksum());
    }

    private int checksum() {
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        return (int) sum.getValue();
    }
}
