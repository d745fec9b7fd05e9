package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How objects are kept: who may read them, how they are encrypted and in which class they are
/// stored. The very same headers go with every way that brings an object.
record AtRest(
        @Nullable String acl,
        @Nullable String encryption,
        @Nullable String kmsKeyId,
        @Nullable String storageClass,
        String cacheControl) {

    static final String ACL = "x-amz-acl";

    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final String KMS = "aws:kms";

    private static final Set<String> OPENING_ACLS = Set.of("public-read", "authenticated-read");

    /// S3's canned ACLs for objects, without the one that lets everybody write.
    private static final Set<String> CLOSED_ACLS =
            Set.of("private", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control");

    /// Objects in these cannot be read before somebody has asked for it hours ago.
    private static final Set<String> FROZEN = Set.of("GLACIER", "DEEP_ARCHIVE");

    static AtRest of(S3StorageConfig config) {
        var acl = config.acl();
        if (acl.filter(name -> !CLOSED_ACLS.contains(name) && !OPENING_ACLS.contains(name))
                .isPresent()) {
            throw refused("acl", acl, "one of S3's canned ACLs that let nobody else write");
        }
        var encryption = config.serverSideEncryption();
        if (encryption.filter(mode -> !mode.equals("AES256") && !isKms(mode)).isPresent()) {
            throw refused("server-side-encryption", encryption, "AES256, aws:kms or aws:kms:dsse");
        }
        var kmsKeyId = config.kmsKeyId();
        if (kmsKeyId.isPresent() && encryption.filter(AtRest::isKms).isEmpty()) {
            throw refused(
                    "kms-key-id", kmsKeyId, "set where slipway.s3.server-side-encryption=aws:kms");
        }
        var storageClass = config.storageClass();
        if (storageClass.filter(FROZEN::contains).isPresent()) {
            throw refused(
                    "storage-class", storageClass, "a class whose objects can be read at once");
        }
        return new AtRest(
                acl.orElse(null),
                encryption.orElse(null),
                kmsKeyId.orElse(null),
                storageClass.orElse(null),
                config.cacheControl());
    }

    /// The headers for an object of this key, beside those that say what it is.
    SortedMap<String, String> headers(ObjectKey key) {
        var headers = new TreeMap<String, String>();
        if (acl != null && (key.isPublic() || !OPENING_ACLS.contains(acl))) {
            headers.put(ACL, acl);
        }
        if (encryption != null) {
            headers.put(ENCRYPTION, encryption);
        }
        if (kmsKeyId != null) {
            headers.put(ENCRYPTION + "-aws-kms-key-id", kmsKeyId);
        }
        if (storageClass != null && !key.isQuarantined()) {
            headers.put("x-amz-storage-class", storageClass);
        }
        return Collections.unmodifiableSortedMap(headers);
    }

    /// For how long caches may keep it.
    @Nullable String cacheControl(ObjectKey key, ObjectHeaders headers) {
        return key.isPublic() ? cacheControl : headers.cacheControl();
    }

    private static boolean isKms(String encryption) {
        return encryption.equals(KMS) || encryption.equals(KMS + ":dsse");
    }

    private static IllegalStateException refused(
            String setting, Optional<String> value, String expected) {
        return new IllegalStateException(
                "slipway.s3.%s is '%s', but can only be %s"
                        .formatted(setting, value.orElse(""), expected));
    }
}
