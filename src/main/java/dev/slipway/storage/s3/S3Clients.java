package dev.slipway.storage.s3;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes the client of this program from the `quarkus.s3.*` settings, with [S3Defaults], for
/// whoever asks first. It replaces the one that the extension would make.
@Singleton
final class S3Clients {

    @Produces
    @Singleton
    S3Client client(
            Instance<S3ClientBuilder> builder,
            ReadS3Settings settings,
            @ConfigProperty(name = "quarkus.s3.aws.region") Optional<String> region) {
        return make(
                builder.get(),
                settings.provider().pathStyle(),
                region.<AwsRegionProvider>map(name -> () -> Region.of(name))
                        .orElseGet(DefaultAwsRegionProviderChain::new));
    }

    /// @throws MissingS3Setting when no region is known: the SDK would say so at the first call
    static S3Client make(S3ClientBuilder builder, boolean pathStyle, AwsRegionProvider region) {
        try {
            builder.region(region.getRegion());
        } catch (SdkClientException e) {
            throw MissingS3Setting.region(e);
        }
        return S3Defaults.apply(builder, pathStyle).build();
    }

    void close(@Disposes S3Client client) {
        client.close();
    }
}
