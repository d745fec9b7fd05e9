package dev.slipway.storage.s3;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/// Objects in one bucket. Region, credentials, endpoint and path style are those of the client,
/// which has gone through [S3Defaults]; whoever made it closes it.
///
/// Rights that it needs: `s3:GetObject`, `s3:PutObject`, `s3:DeleteObject` on the objects and
/// `s3:ListBucket` on the bucket, without which S3 answers 403 instead of 404 to what is not
/// there.
final class S3ObjectStore implements ObjectStore {

    private static final int PAGE = 1000;

    private final URI bucketUrl;
    private final Credentials credentials;
    private final SignTicket tickets;
    private final SignLink links;
    private final ReadObjects reading;
    private final WriteObjects writing;
    private final DeleteObjects deleting;
    private final ListObjects listing;

    /// @throws MissingS3Setting when the client finds no credentials
    S3ObjectStore(S3Client client, String bucket, Clock clock) {
        var region = client.serviceClientConfiguration().region().id();
        credentials = Credentials.of(client);
        bucketUrl = BucketUrl.of(client, bucket);
        tickets = new SignTicket(bucketUrl, bucket, region);
        links = new SignLink(region);
        reading = new ReadObjects(client, bucket);
        writing = new WriteObjects(client, bucket, clock);
        deleting = new DeleteObjects(client, bucket);
        listing = new ListObjects(client, bucket, PAGE);
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Ticket ticket(UploadTerms terms) {
        return tickets.sign(terms, credentials.current());
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return reading.find(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key, String etag, ByteRange range) {
        return reading.open(key, etag, range);
    }

    @Override
    public boolean copyTo(ObjectKey key, Path target) {
        return reading.copyTo(key, target);
    }

    @Override
    public StoredObject write(ObjectKey key, Path source, ObjectHeaders headers) {
        return writing.write(key, source, headers);
    }

    @Override
    public Promotion promote(ObjectKey from, String etag, ObjectKey to, ObjectHeaders headers) {
        return writing.promote(from, etag, to, headers);
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        deleting.delete(keys);
    }

    @Override
    public URI link(ObjectKey key, LinkTerms terms) {
        return links.sign(address(key), terms, credentials.current());
    }

    @Override
    public URI address(ObjectKey key) {
        // no character of a key needs escaping
        return bucketUrl.resolve(key.value());
    }

    @Override
    public ObjectPage list(String prefix, @Nullable ObjectKey after) {
        return listing.list(prefix, after);
    }
}
