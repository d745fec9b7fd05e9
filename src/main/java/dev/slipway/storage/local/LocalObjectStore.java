package dev.slipway.storage.local;

import dev.slipway.presign.VerifyPostForm;
import dev.slipway.presign.VerifyUrl;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.MultipartUploads;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A directory as an object store. It needs no framework: the HTTP side of it finds its parts
/// here.
public final class LocalObjectStore implements ObjectStore {

    private final Path root;
    private final Clock clock;
    private final ObjectDirectory objects;
    private final Tickets tickets;
    private final MediaLinks links;
    private final MultipartUploads multipart;

    /// Makes the directory where there is none. Without a `secret`, one is kept in the
    /// directory. `publicUrl` is where browsers reach this program.
    public LocalObjectStore(
            Path directory,
            Optional<String> secret,
            URI publicUrl,
            UploadMethod method,
            Clock clock)
            throws IOException {
        this.root = directory.toAbsolutePath();
        this.clock = clock;
        this.objects = new ObjectDirectory(root, clock);
        var key =
                secret.isPresent()
                        ? new LocalSecret(secret.get())
                        : LocalSecret.in(root.resolve("secret"));
        this.tickets = new Tickets(publicUrl, method, key);
        this.links = new MediaLinks(publicUrl, key);
        this.multipart = new LocalMultipartUploads(objects, tickets, clock);
    }

    ObjectDirectory objects() {
        return objects;
    }

    Clock clock() {
        return clock;
    }

    VerifyPostForm forms() {
        return tickets.forms();
    }

    VerifyUrl urls() {
        return tickets.urls();
    }

    String host() {
        return tickets.host();
    }

    MediaLinks links() {
        return links;
    }

    /// Removes what killed processes have left in the directory more than a day ago.
    public void removeLeftovers() {
        Attempt.at(
                () -> {
                    new Leftovers(root, clock.instant()).remove();
                    return true;
                });
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Ticket ticket(UploadTerms terms) {
        return tickets.issue(terms);
    }

    @Override
    public Ticket.Put putTicket(UploadTerms terms) {
        return tickets.put(terms);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return Attempt.at(() -> objects.find(key)).map(pointer -> pointer.object(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key, String etag, ByteRange range) {
        return Attempt.at(
                () -> {
                    var object = objects.open(key).orElse(null);
                    if (object == null) {
                        return Optional.empty();
                    }
                    if (!object.pointer().etag().equals(etag)) {
                        object.close();
                        return Optional.empty();
                    }
                    return Optional.of(object.stream(range));
                });
    }

    @Override
    public boolean copyTo(ObjectKey key, Path target) {
        return Attempt.at(
                () -> {
                    var object = objects.open(key).orElse(null);
                    if (object == null) {
                        return false;
                    }
                    try (var bytes = object.stream()) {
                        Files.copy(bytes, target);
                        return true;
                    }
                });
    }

    @Override
    public StoredObject write(ObjectKey key, Path source, ObjectHeaders headers) {
        return Attempt.at(
                () -> {
                    try (var arrival = objects.arrival(Set.of());
                            var bytes = Files.newInputStream(source)) {
                        bytes.transferTo(arrival);
                        arrival.complete();
                        return objects.keep(key, arrival, encoded(headers)).object(key);
                    }
                });
    }

    @Override
    public Promotion promote(StoredObject judged, ObjectKey to, ObjectHeaders headers) {
        return Attempt.at(() -> objects.promote(judged.key(), judged.etag(), to, encoded(headers)))
                ? new Promotion.Done()
                : new Promotion.Swapped();
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        Attempt.at(
                () -> {
                    for (var key : keys) {
                        objects.delete(key);
                    }
                    return true;
                });
    }

    @Override
    public URI link(ObjectKey key, LinkTerms terms) {
        return links.link(key, terms);
    }

    @Override
    public URI address(ObjectKey key) {
        return links.address(key);
    }

    @Override
    public ObjectPage list(String prefix, @Nullable ObjectKey after) {
        return Attempt.at(() -> objects.list(prefix, after));
    }

    /// Uploads in parts.
    @Override
    public MultipartUploads multipart() {
        return multipart;
    }

    /// As a form brings it.
    private static ObjectHeaders encoded(ObjectHeaders headers) {
        return headers.with(ObjectMetadata.encoded(headers.metadata()));
    }
}
