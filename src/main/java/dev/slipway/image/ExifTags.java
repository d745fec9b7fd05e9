package dev.slipway.image;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// A few tags out of the first directory of a block of Exif, and nothing else: a hostile block
/// can make the library's full reader keep thousands of copies of itself. Broken Exif is no Exif.
final class ExifTags extends ExifTiffHandler {

    private final Set<Integer> wanted;
    private final int longest;

    private ExifTags(Metadata metadata, Set<Integer> wanted, int longest) {
        super(metadata, null, 0);
        this.wanted = wanted;
        this.longest = longest;
    }

    /// Those that are `wanted` and have at most so many bytes, in the block that begins at `from`.
    static Optional<ExifIFD0Directory> find(
            byte[] bytes, int from, Set<Integer> wanted, int longest) {
        var metadata = new Metadata();
        try {
            new TiffReader()
                    .processTiff(
                            new ByteArrayReader(bytes, from),
                            new ExifTags(metadata, wanted, longest),
                            0);
        } catch (TiffProcessingException | IOException | RuntimeException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class));
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
        return !wanted.contains(tag) || size > longest;
    }
}
