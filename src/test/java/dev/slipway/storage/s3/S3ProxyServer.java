package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A real S3 server in this JVM: it checks signatures, policies, conditions and CORS. Objects
/// are kept in memory, 128 MiB at most each.
public final class S3ProxyServer implements AutoCloseable {

    public static final String REGION = "eu-central-1";
    public static final String ACCESS_KEY = "AKIDS3PROXY";
    public static final String SECRET_KEY = "a secret for tests only";

    private final S3Proxy proxy;

    private S3ProxyServer(S3Proxy proxy) {
        this.proxy = proxy;
    }

    public static S3ProxyServer start() {
        var cors =
                new CrossOriginResourceSharing(
                        List.of(".*"),
                        List.of("GET", "HEAD", "POST", "PUT"),
                        List.of("*"),
                        List.of("ETag", "Location"),
                        "");
        var proxy =
                S3Proxy.builder()
                        .blobStore(new TransientNio2BlobStore())
                        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .corsRules(cors)
                        .stopTimeout(0)
                        .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
        return new S3ProxyServer(proxy);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /// A client as the program makes it.
    public S3Client client() {
        return client(endpoint());
    }

    /// A client that comes another way.
    public static S3Client client(URI endpoint) {
        return client(endpoint, ACCESS_KEY, SECRET_KEY);
    }

    public void createBucket(String bucket) {
        try (var client = client()) {
            client.createBucket(create -> create.bucket(bucket));
        }
    }

    /// The backend under test, on a bucket of this server.
    public ObjectStore store(S3Client client, String bucket) {
        return new S3ObjectStore(client, bucket, Clock.systemUTC());
    }

    static S3Client client(URI endpoint, String accessKey, String secretKey) {
        var credentials = AwsBasicCredentials.create(accessKey, secretKey);
        return S3Defaults.apply(
                        S3Client.builder()
                                .endpointOverride(endpoint)
                                .region(Region.of(REGION))
                                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .forcePathStyle(true))
                .build();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }
}
