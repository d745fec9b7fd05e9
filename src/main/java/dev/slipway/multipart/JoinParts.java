package dev.slipway.multipart;

import dev.slipway.file.BegunUploads;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Rejection;
import dev.slipway.storage.Completion;
import dev.slipway.storage.Part;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Joins the parts of an upload to the object in quarantine that is then verified like any
/// other. It may run twice: an upload that is not there any more has been joined before.
@Singleton
public class JoinParts {

    /// How it went.
    public sealed interface Outcome {

        /// No part is waiting any more: there is one object now, if there ever was anything.
        record Joined() implements Outcome {}

        /// Not all parts are there, as far as anybody can know.
        record Incomplete() implements Outcome {}

        /// These parts never become the file.
        record Refused(Rejection reason) implements Outcome {}
    }

    private final BegunUploads begunUploads;
    private final Storages storages;

    JoinParts(BegunUploads begunUploads, Storages storages) {
        this.begunUploads = begunUploads;
        this.storages = storages;
    }

    /// Joins everything that has arrived, if it is as much as was signed. Where no size was
    /// signed only the sender knows when it is complete, and says so by its list.
    public Outcome join(FileRecord file) {
        return begunUploads
                .find(file.id())
                .map(uploadId -> join(file, Begun.of(file, storages, uploadId)))
                .orElseGet(Outcome.Incomplete::new);
    }

    /// Whether all parts that the sender names have arrived, or have been joined before.
    public boolean areThere(FileRecord file, Collection<NamedPart> named) {
        var arrived =
                begunUploads
                        .find(file.id())
                        .map(uploadId -> Begun.of(file, storages, uploadId).parts());
        return arrived.isPresent()
                && (arrived.get().isEmpty()
                        || NamedPart.among(arrived.get(), named).size() == named.size());
    }

    /// Joins the parts that the sender names, where only the sender knows how many there are.
    public Outcome join(FileRecord file, Collection<NamedPart> named) {
        var uploadId = begunUploads.find(file.id());
        if (uploadId.isEmpty()) {
            return new Outcome.Incomplete();
        }
        var begun = Begun.of(file, storages, uploadId.get());
        var arrived = begun.parts();
        if (arrived.isEmpty()) {
            return new Outcome.Joined();
        }
        var parts = NamedPart.among(arrived, named);
        return parts.size() < named.size() || parts.isEmpty()
                ? new Outcome.Incomplete()
                : complete(file, begun, parts);
    }

    private static Outcome join(FileRecord file, Begun begun) {
        var arrived = begun.parts();
        if (arrived.isEmpty()) {
            return new Outcome.Joined();
        }
        var size = file.signedSize();
        return size == null || sum(arrived) < size
                ? new Outcome.Incomplete()
                : complete(file, begun, arrived);
    }

    private static Outcome complete(FileRecord file, Begun begun, List<Part> parts) {
        var size = sum(parts);
        if (size > PartSizes.limit(file)) {
            return new Outcome.Refused(Overflow.reason(PartSizes.limit(file), size));
        }
        return switch (begun.complete(parts)) {
            case Completion.Done(), Completion.NoSuchUpload() -> new Outcome.Joined();
            // a part may have come again since it was listed: only what cannot change is final
            case Completion.Refused(var reason) ->
                    PartSizes.areTooSmall(parts)
                            ? new Outcome.Refused(new Rejection("parts_refused", reason, Map.of()))
                            : new Outcome.Incomplete();
        };
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::size).sum();
    }
}
