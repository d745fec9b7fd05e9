package dev.slipway.storage.s3;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a provider of S3 can do, decided once. Where a value comes from stands in
/// `src/docs/providers.md`; each can be overridden by the setting of its name.
///
/// - `method`: how a stranger brings an object
/// - `pathStyle`: `https://host/bucket/key`, not `https://bucket.host/key`
/// - `checksums`: `x-amz-checksum-*` may be signed, and is kept and told
/// - `conditionalCopy`: a copy heeds `x-amz-copy-source-if-match`; elsewhere the copy is judged
/// - `conditionalPut`: a PUT heeds `If-None-Match: *`
/// - `batchDelete`: many objects go in one call
record ProviderPreset(
        Method method,
        boolean pathStyle,
        boolean checksums,
        boolean conditionalCopy,
        boolean conditionalPut,
        boolean batchDelete) {

    static final String AWS = "aws";
    static final String CUSTOM = "custom";

    /// How a stranger brings an object.
    enum Method {
        POST,
        PUT;

        private static Method of(String name) {
            return switch (name) {
                case "post" -> POST;
                case "put" -> PUT;
                default ->
                        throw new IllegalStateException(
                                "slipway.s3.method is '%s', but can be post or put only"
                                        .formatted(name));
            };
        }
    }

    private static final Map<String, ProviderPreset> BY_NAME =
            new TreeMap<>(
                    Map.of(
                            AWS,
                            new ProviderPreset(Method.POST, false, true, true, true, true),
                            "minio",
                            new ProviderPreset(Method.POST, true, true, true, true, true),
                            "r2",
                            new ProviderPreset(Method.PUT, true, false, true, true, true),
                            "b2",
                            new ProviderPreset(Method.PUT, true, false, false, false, false),
                            "gcs",
                            new ProviderPreset(Method.PUT, true, false, true, false, true),
                            "ceph",
                            new ProviderPreset(Method.POST, true, true, false, false, true),
                            "s3proxy",
                            new ProviderPreset(Method.POST, true, true, true, true, true),
                            CUSTOM,
                            new ProviderPreset(Method.POST, false, true, false, false, true)));

    /// @throws IllegalStateException with one sentence when there is no such preset
    static ProviderPreset of(String name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "slipway.s3.provider is '%s', but can be %s only"
                                                .formatted(
                                                        name,
                                                        String.join(", ", BY_NAME.keySet()))));
    }

    /// This one, with what is set explicitly.
    ProviderPreset with(S3StorageConfig config) {
        return new ProviderPreset(
                config.method().map(Method::of).orElse(method),
                config.pathStyle().orElse(pathStyle),
                config.checksums().orElse(checksums),
                config.conditionalCopy().orElse(conditionalCopy),
                config.conditionalPut().orElse(conditionalPut),
                config.batchDelete().orElse(batchDelete));
    }

    ProviderPreset withPathStyle() {
        return new ProviderPreset(
                method, true, checksums, conditionalCopy, conditionalPut, batchDelete);
    }
}
