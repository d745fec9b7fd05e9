package dev.slipway.storage.s3;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.MultipartUploads;
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
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/// Objects in one bucket. Region, credentials, endpoint and path style are those of the client,
/// which has gone through [S3Defaults]; whoever made it closes it.
///
/// Rights that it needs: `s3:GetObject`, `s3:PutObject`, `s3:DeleteObject`,
/// `s3:AbortMultipartUpload` and `s3:ListMultipartUploadParts` on the objects (with an ACL also
/// `s3:PutObjectAcl`), `s3:ListBucketMultipartUploads` and `s3:ListBucket` on the bucket: without
/// the last S3 answers 403 instead of 404 to what is not there.
final class S3ObjectStore implements ObjectStore {

    private static final int PAGE = 1000;

    private final Addresses addresses;
    private final SignTicket tickets;
    private final SignLink links;
    private final ReadObjects reading;
    private final WriteObjects writing;
    private final PromoteObjects promoting;
    private final DeleteObjects deleting;
    private final ListObjects listing;
    private final MultipartUploads multipart;

    /// @throws MissingS3Setting when the client finds no credentials
    S3ObjectStore(S3Client client, S3Settings settings, Clock clock, RandomGenerator random) {
        this(client, settings, clock, random, CallSizes.S3);
    }

    S3ObjectStore(
            S3Client client,
            S3Settings settings,
            Clock clock,
            RandomGenerator random,
            CallSizes sizes) {
        var bucket = new Bucket(client, settings.bucket(), settings.prefix());
        var credentials = Credentials.of(client);
        addresses = new Addresses(bucket, BucketUrl.of(bucket, settings), settings.cdn());
        var signer = new SignRequest(addresses);
        tickets = new SignTicket(credentials, addresses, signer, settings);
        links = new SignLink(credentials, addresses, signer);
        reading = new ReadObjects(bucket, settings.provider());
        writing = new WriteObjects(bucket, settings.atRest(), sizes, clock);
        promoting = new PromoteObjects(bucket, settings, sizes, random);
        deleting = new DeleteObjects(bucket, settings.provider());
        listing = new ListObjects(bucket, reading, PAGE);
        multipart =
                new S3MultipartUploads(
                        settings.provider().checksums(),
                        new SignPart(credentials, signer),
                        new ListParts(bucket, PAGE),
                        new JoinParts(bucket, settings.atRest()));
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Ticket ticket(UploadTerms terms) {
        return tickets.sign(terms);
    }

    @Override
    public Ticket.Put putTicket(UploadTerms terms) {
        return tickets.signPut(terms);
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
    public Promotion promote(StoredObject judged, ObjectKey to, ObjectHeaders headers) {
        return promoting.promote(judged, to, headers);
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        deleting.delete(keys);
    }

    @Override
    public URI link(ObjectKey key, LinkTerms terms) {
        return links.sign(key, terms);
    }

    @Override
    public URI address(ObjectKey key) {
        return addresses.of(key);
    }

    @Override
    public ObjectPage list(String prefix, @Nullable ObjectKey after) {
        return listing.list(prefix, after);
    }

    @Override
    public MultipartUploads multipart() {
        return multipart;
    }
}
