package dev.slipway.image;

import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who made a picture and who owns it, as a JPEG's Exif says (Exif 3.0, 4.6.5.1.7 and 4.6.5.4.3),
/// and nothing else of it. Empty where it says nothing, or is broken.
public record Copyright(String artist, String owner) {

    public static final Copyright NONE = new Copyright("", "");

    private static final int ARTIST = ExifIFD0Directory.TAG_ARTIST;
    private static final int OWNER = ExifIFD0Directory.TAG_COPYRIGHT;
    private static final int LONGEST = 2000;
    private static final int PREAMBLE = 6;

    /// What the segment at the stream's position says, of so many bytes, if it is Exif.
    public static Copyright read(SourceStream in, int size) throws IOException {
        if (!ExifOrientation.follows(in, size)) {
            return NONE;
        }
        var block = new byte[size];
        in.readFully(block);
        return ExifTags.find(block, PREAMBLE, Set.of(ARTIST, OWNER), LONGEST)
                .map(directory -> new Copyright(text(directory, ARTIST), text(directory, OWNER)))
                .orElse(NONE);
    }

    public boolean isEmpty() {
        return artist.isEmpty() && owner.isEmpty();
    }

    /// The data of an APP1 segment that says this and nothing else.
    public byte[] exif() {
        return new ExifBlock(2).text(ARTIST, artist).text(OWNER, owner).segment();
    }

    private static String text(ExifIFD0Directory directory, int tag) {
        @Nullable String text = directory.getString(tag, StandardCharsets.UTF_8.name());
        return text == null ? "" : text.strip();
    }
}
