package dev.slipway.storage.s3;

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
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/// S3's own multipart uploads.
final class S3MultipartUploads implements MultipartUploads {

    private final boolean verifiesParts;
    private final SignPart tickets;
    private final ListParts listing;
    private final JoinParts joining;

    S3MultipartUploads(
            boolean verifiesParts, SignPart tickets, ListParts listing, JoinParts joining) {
        this.verifiesParts = verifiesParts;
        this.tickets = tickets;
        this.listing = listing;
        this.joining = joining;
    }

    @Override
    public boolean verifiesParts() {
        return verifiesParts;
    }

    @Override
    public String begin(ObjectKey key, ObjectHeaders headers, boolean summed) {
        return joining.begin(key, headers, summed ? ChecksumAlgorithm.SHA256 : null);
    }

    @Override
    public Ticket.Put ticket(PartTerms terms) {
        return tickets.sign(terms);
    }

    @Override
    public Optional<List<Part>> parts(ObjectKey key, String uploadId) {
        return listing.parts(key, uploadId);
    }

    @Override
    public Completion complete(ObjectKey key, String uploadId, Collection<Part> parts) {
        return joining.complete(key, uploadId, parts);
    }

    @Override
    public void abort(ObjectKey key, String uploadId) {
        joining.abort(key, uploadId);
    }

    @Override
    public List<UnfinishedUpload> unfinished(String prefix) {
        return listing.unfinished(prefix);
    }
}
