package dev.slipway.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Objects that come in parts, in any order and with pauses, as S3 has them: begin, bring the
/// parts by presigned PUTs, complete or abort. The list of parts is the truth about what has
/// arrived.
///
/// Every method but [#ticket] may go over the network; see [ObjectStore].
public interface MultipartUploads {

    /// Whether parts may come with their SHA-256, for the storage to verify.
    boolean verifiesParts();

    /// Begins an upload for this key; a `summed` one takes no part without its SHA-256.
    ///
    /// @return the storage's own id of it
    String begin(ObjectKey key, ObjectHeaders headers, boolean summed);

    /// Permission to bring one part. Signs only. A part that comes again replaces the former.
    Ticket.Put ticket(PartTerms terms);

    /// The parts that have arrived, by their numbers; empty when there is no such upload (any
    /// more), of which some storages only know that it has no parts.
    Optional<List<Part>> parts(ObjectKey key, String uploadId);

    /// Joins these parts, in the order of their numbers, to the object of this key. Asked again,
    /// some storages answer `Done` again for a while; the object stays as it is.
    Completion complete(ObjectKey key, String uploadId, Collection<Part> parts);

    /// Removes the upload with all its parts; one that is not there is no error. S3 may keep a
    /// part that was on its way: abort again until [#parts] is empty.
    void abort(ObjectKey key, String uploadId);

    /// Uploads that were begun for keys with this prefix and have not ended.
    List<UnfinishedUpload> unfinished(String prefix);
}
