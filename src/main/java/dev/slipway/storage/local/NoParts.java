package dev.slipway.storage.local;

import dev.slipway.storage.Completion;
import dev.slipway.storage.MultipartUploads;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UnfinishedUpload;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A storage that takes objects whole only.
final class NoParts implements MultipartUploads {

    @Override
    public String begin(ObjectKey key, ObjectHeaders headers) {
        throw new UnsupportedOperationException("no parts are taken for " + key);
    }

    @Override
    public Ticket.Put ticket(PartTerms terms) {
        throw new UnsupportedOperationException("no parts are taken for " + terms.key());
    }

    @Override
    public Optional<List<Part>> parts(ObjectKey key, String uploadId) {
        return Optional.empty();
    }

    @Override
    public Completion complete(ObjectKey key, String uploadId, Collection<Part> parts) {
        return new Completion.NoSuchUpload();
    }

    @Override
    public void abort(ObjectKey key, String uploadId) {
        // there is none
    }

    @Override
    public List<UnfinishedUpload> unfinished(String prefix) {
        return List.of();
    }
}
