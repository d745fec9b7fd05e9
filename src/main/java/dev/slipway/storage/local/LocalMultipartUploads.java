package dev.slipway.storage.local;

import dev.slipway.storage.Completion;
import dev.slipway.storage.MultipartUploads;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.Part;
import dev.slipway.storage.PartTerms;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UnfinishedUpload;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Uploads in parts to a directory.
final class LocalMultipartUploads implements MultipartUploads {

    private final ObjectDirectory objects;
    private final UploadFolders uploads;
    private final Tickets tickets;
    private final Clock clock;

    LocalMultipartUploads(ObjectDirectory objects, Tickets tickets, Clock clock) {
        this.objects = objects;
        this.uploads = objects.uploads();
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public boolean verifiesParts() {
        return true;
    }

    /// Each address says by itself what its part sums up to.
    @Override
    public String begin(ObjectKey key, ObjectHeaders headers, boolean summed) {
        var encoded = headers.with(ObjectMetadata.encoded(headers.metadata()));
        var begunAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Attempt.at(() -> uploads.begin(new BegunUpload(key.value(), encoded, begunAt)));
    }

    @Override
    public Ticket.Put ticket(PartTerms terms) {
        return tickets.issue(terms);
    }

    @Override
    public Optional<List<Part>> parts(ObjectKey key, String uploadId) {
        return Attempt.at(() -> uploads.parts(key, uploadId))
                .map(parts -> parts.stream().map(ArrivedPart::part).toList());
    }

    @Override
    public Completion complete(ObjectKey key, String uploadId, Collection<Part> parts) {
        return Attempt.at(() -> new CompleteUpload(objects).complete(key, uploadId, parts));
    }

    @Override
    public void abort(ObjectKey key, String uploadId) {
        Attempt.at(
                () -> {
                    uploads.remove(key, uploadId);
                    return true;
                });
    }

    @Override
    public List<UnfinishedUpload> unfinished(String prefix) {
        return Attempt.at(() -> begun(prefix));
    }

    private List<UnfinishedUpload> begun(String prefix) throws IOException {
        var unfinished = new ArrayList<UnfinishedUpload>();
        for (var id : uploads.ids()) {
            uploads.find(id)
                    .filter(upload -> upload.key().startsWith(prefix))
                    .map(
                            upload ->
                                    new UnfinishedUpload(
                                            new ObjectKey(upload.key()), id, upload.begunAt()))
                    .ifPresent(unfinished::add);
        }
        return unfinished;
    }
}
