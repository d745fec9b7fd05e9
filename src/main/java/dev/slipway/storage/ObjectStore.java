package dev.slipway.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place where bytes live. Every backend behaves as S3 does, and passes `ObjectStoreContract`
/// and `UploadLegContract`, `PutLegContract`
/// and `MultipartContract`.
///
/// Every method but [#ticket], [#putTicket], [#link] and [#address] may go over the network, so
/// none of them is called inside a database transaction. When the storage does not answer they
/// throw [StorageUnavailable] as a refusal, and then nothing has been changed that a repetition
/// would not change in the same way.
public interface ObjectStore {

    /// The name that rows remember: `local` or `s3`.
    String name();

    /// Permission to bring one object. Signs only; never goes over the network. The backend
    /// enforces key, type, size, expiry and, where it can, the checksums. Whether it is a form
    /// or a PUT is the backend's; one that can only sign for an exact size refuses other terms
    /// with [FileSizeRequired].
    Ticket ticket(UploadTerms terms);

    /// The same, by PUT, whatever the backend prefers: for senders that know nothing else.
    Ticket.Put putTicket(UploadTerms terms);

    /// What is stored under this key, or empty.
    Optional<StoredObject> find(ObjectKey key);

    /// The bytes of `range`, or empty when the object is not there (any more) with this `etag`.
    Optional<InputStream> open(ObjectKey key, String etag, ByteRange range);

    /// Copies the object to a file that does not exist yet. False, and no file, when the object
    /// is not there.
    boolean copyTo(ObjectKey key, Path target);

    /// Stores a file's bytes, replacing what was there.
    StoredObject write(ObjectKey key, Path source, ObjectHeaders headers);

    /// Copies an object inside the storage, with new headers, only if it is still the one that
    /// was `judged`: has its ETag. The source stays.
    Promotion promote(StoredObject judged, ObjectKey to, ObjectHeaders headers);

    /// Removes the objects; those that are not there are no error.
    void delete(Collection<ObjectKey> keys);

    /// An address that works in a browser as it stands, for reading. Signs only.
    URI link(ObjectKey key, LinkTerms terms);

    /// The address without any signature: the same for ever, and readable only where `public/`
    /// is open.
    URI address(ObjectKey key);

    /// Up to 1000 objects whose key begins with `prefix`, in order, after the key `after`.
    ObjectPage list(String prefix, @Nullable ObjectKey after);

    /// Objects that come in parts. Always the same instance.
    MultipartUploads multipart();
}
