package dev.slipway.processing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/// What a job holds in its folder for as long as its process lives: the system gives it up with
/// the process. On a file system without locks nothing is held, and nothing has the lock's name.
final class FolderLock implements AutoCloseable {

    static final String NAME = "lock";

    private static final Logger LOG = Logger.getLogger(FolderLock.class);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// It gets its name once it is held: nobody ever finds one that is not held yet.
    static FolderLock take(Path folder) throws IOException {
        var unnamed = folder.resolve("new-" + NAME);
        var channel =
                FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Files.move(unnamed, folder.resolve(NAME));
        } catch (IOException e) {
            LOG.debugf("no lock in %s: %s", folder, e.getMessage());
        }
        return new FolderLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
