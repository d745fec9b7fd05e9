package dev.slipway.storage.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// What the AWS SDK does not know; everything else is `quarkus.s3.*`.
@ConfigMapping(prefix = "slipway.s3")
public interface S3StorageConfig {

    /// The bucket for all objects. Needed when `slipway.storage` is `s3`.
    Optional<String> bucket();

    /// Who runs the bucket: the name of a [ProviderPreset]. Without it `aws`, or `custom` where
    /// `quarkus.s3.endpoint-override` is set.
    Optional<String> provider();

    /// Overrides the preset: `post` or `put`.
    Optional<String> method();

    /// Overrides the preset.
    Optional<Boolean> pathStyle();

    /// Overrides the preset.
    Optional<Boolean> checksums();

    /// Overrides the preset.
    Optional<Boolean> conditionalCopy();

    /// Overrides the preset.
    Optional<Boolean> conditionalPut();

    /// Overrides the preset.
    Optional<Boolean> batchDelete();

    /// Where browsers reach the storage, when that is not where this program reaches it.
    Optional<URI> publicEndpoint();

    /// Where a CDN serves the bucket: addresses of public objects begin with it.
    Optional<URI> cdnUrl();

    /// What all names in the bucket begin with.
    Optional<String> keyPrefix();

    /// A canned ACL. Without it none is sent, which buckets without ACLs need. One that opens
    /// objects to others is put on objects under `public/` only.
    Optional<String> acl();

    /// `AES256`, `aws:kms` or `aws:kms:dsse`. Without it the bucket's own rule holds.
    Optional<String> serverSideEncryption();

    /// The key for `aws:kms`; without it the account's default one.
    Optional<String> kmsKeyId();

    /// For finished objects: what is in quarantine stays in the bucket's default class, because
    /// the cheap ones charge for days that an upload never lives.
    Optional<String> storageClass();

    /// `Cache-Control` of objects under `public/`.
    @WithDefault("public, max-age=604800, immutable")
    String cacheControl();
}
