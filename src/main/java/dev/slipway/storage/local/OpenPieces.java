package dev.slipway.storage.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/// The bytes of an object, whose pieces follow one another. One piece is open at a time, because
/// an object may have thousands and a process may not open as many files.
final class OpenPieces implements Closeable {

    private final Blobs blobs;
    private final List<Piece> pieces;
    private FileChannel channel;
    private int open;
    private long start;

    /// Opens the first piece: of a single one the bytes stay readable from then on.
    OpenPieces(Blobs blobs, List<Piece> pieces) throws IOException {
        this.blobs = blobs;
        this.pieces = pieces;
        this.channel = blobs.open(pieces.getFirst().blob());
    }

    /// As [FileChannel#read(ByteBuffer, long)] does, but never across a border.
    int read(ByteBuffer bytes, long position) throws IOException {
        seek(position);
        return channel.read(bytes, position - start);
    }

    private void seek(long position) throws IOException {
        var wanted = open;
        var from = start;
        if (position < from) {
            wanted = 0;
            from = 0;
        }
        while (wanted < pieces.size() - 1 && position >= from + pieces.get(wanted).size()) {
            from += pieces.get(wanted).size();
            wanted++;
        }
        if (wanted != open) {
            channel.close();
            channel = blobs.open(pieces.get(wanted).blob());
            open = wanted;
            start = from;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
