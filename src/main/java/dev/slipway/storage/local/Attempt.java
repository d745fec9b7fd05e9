package dev.slipway.storage.local;

import dev.slipway.storage.StorageUnavailable;
import java.io.IOException;
import org.jboss.logging.Logger;

/// Something that is done to the directory. When the disk fails, the storage does not answer.
interface Attempt<T> {

    T run() throws IOException;

    static <T> T at(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            Logger.getLogger(Attempt.class)
                    .error("The directory of the local storage does not do what it should", e);
            throw new StorageUnavailable().refusal();
        }
    }
}
