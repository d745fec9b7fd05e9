package dev.slipway.image;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who made a picture and who owns it, as a JPEG's Exif says (Exif 3.0, 4.6.5.1.7 and 4.6.5.4.3),
/// and nothing else of it. Empty where it says nothing, or is broken.
public record Copyright(String artist, String owner) {

    public static final Copyright NONE = new Copyright("", "");

    private static final int ARTIST = ExifIFD0Directory.TAG_ARTIST;
    private static final int OWNER = ExifIFD0Directory.TAG_COPYRIGHT;
    private static final int LONGEST = 2000;
    private static final byte[] HEAD = "Exif\0\0MM\0*\0\0\0\10".getBytes(StandardCharsets.US_ASCII);
    private static final int PREAMBLE = 6;
    private static final int ENTRY = 12;
    private static final short ASCII = 2;

    /// What the segment at the stream's position says, of so many bytes, if it is Exif.
    public static Copyright read(SourceStream in, int size) throws IOException {
        if (!ExifOrientation.follows(in, size)) {
            return NONE;
        }
        var block = new byte[size];
        in.readFully(block);
        return of(block);
    }

    public boolean isEmpty() {
        return artist.isEmpty() && owner.isEmpty();
    }

    /// The data of an APP1 segment that says this and nothing else.
    public byte[] exif() {
        var artistBytes = zeroTerminated(artist);
        var ownerBytes = zeroTerminated(owner);
        var text = HEAD.length + 2 + 2 * ENTRY + Integer.BYTES;
        var out = ByteBuffer.allocate(text + artistBytes.length + ownerBytes.length);
        out.put(HEAD).putShort((short) 2);
        entry(out, ARTIST, artistBytes, text);
        entry(out, OWNER, ownerBytes, text + artistBytes.length);
        return out.putInt(0).put(artistBytes).put(ownerBytes).array();
    }

    /// A value of up to four bytes stands in the entry itself (TIFF 6.0, 2).
    private static void entry(ByteBuffer out, int tag, byte[] value, int at) {
        out.putShort((short) tag).putShort(ASCII).putInt(value.length);
        if (value.length <= Integer.BYTES) {
            out.put(Arrays.copyOf(value, Integer.BYTES));
        } else {
            out.putInt(at - PREAMBLE);
        }
    }

    private static byte[] zeroTerminated(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static Copyright of(byte[] block) {
        var metadata = new Metadata();
        try {
            new TiffReader()
                    .processTiff(new ByteArrayReader(block, PREAMBLE), new Tags(metadata), 0);
        } catch (TiffProcessingException | IOException | RuntimeException e) {
            return NONE;
        }
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return directory == null
                ? NONE
                : new Copyright(text(directory, ARTIST), text(directory, OWNER));
    }

    private static String text(ExifIFD0Directory directory, int tag) {
        @Nullable String text = directory.getString(tag, StandardCharsets.UTF_8.name());
        return text == null ? "" : text.strip();
    }

    /// No other tag, and no other directory.
    private static final class Tags extends ExifTiffHandler {

        Tags(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            return false;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }

        @Override
        public boolean customProcessTag(
                int offset,
                Set<Integer> processed,
                int headerOffset,
                RandomAccessReader reader,
                int tag,
                int size) {
            return (tag != ARTIST && tag != OWNER) || size > LONGEST;
        }
    }
}
