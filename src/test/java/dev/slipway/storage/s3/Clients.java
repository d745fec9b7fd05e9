package dev.slipway.storage.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients as the program makes them, for tests of this package.
final class Clients {

    private Clients() {}

    static S3Client at(String endpoint, S3Settings settings) {
        return at(URI.create(endpoint), settings, AwsBasicCredentials.create("AKID", "secret"));
    }

    static S3Client at(URI endpoint, S3Settings settings, AwsCredentials credentials) {
        return S3Clients.make(
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .credentialsProvider(() -> credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder()),
                settings.provider().pathStyle(),
                () -> Region.EU_CENTRAL_1);
    }
}
