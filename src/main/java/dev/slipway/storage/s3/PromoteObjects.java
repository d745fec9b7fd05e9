package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.StoredObject;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Copies objects inside the bucket. Where the provider does not heed the condition on the
/// source, the copy gets a name that nobody else writes to, and is for the caller to judge.
final class PromoteObjects {

    private static final int RANDOM_BYTES = 8;

    private final CopyAtOnce atOnce;
    private final CopyByParts byParts;
    private final CallSizes sizes;
    private final Supplier<String> randomName;
    private final boolean conditional;

    PromoteObjects(Bucket bucket, S3Settings settings, CallSizes sizes, RandomGenerator random) {
        this.atOnce = new CopyAtOnce(bucket, settings.atRest());
        this.byParts =
                new CopyByParts(bucket, new JoinParts(bucket, settings.atRest()), sizes.part());
        this.sizes = sizes;
        this.randomName = () -> randomName(random);
        this.conditional = settings.provider().conditionalCopy();
    }

    Promotion promote(StoredObject judged, ObjectKey to, ObjectHeaders headers) {
        var target = conditional ? to : beside(to);
        if (!copy(judged, target, headers)) {
            return new Promotion.Swapped();
        }
        return conditional ? new Promotion.Done() : new Promotion.Unchecked(target);
    }

    private boolean copy(StoredObject judged, ObjectKey to, ObjectHeaders headers) {
        var source = new CopySource(judged.key(), conditional ? judged.etag() : null);
        return judged.size() > sizes.largestAtOnce()
                ? byParts.copy(source, judged.size(), to, headers)
                : atOnce.copy(source, to, headers);
    }

    private ObjectKey beside(ObjectKey key) {
        var name = key.value();
        var dot = name.lastIndexOf('.');
        var end = dot > name.lastIndexOf('/') ? dot : name.length();
        return new ObjectKey(name.substring(0, end) + "-" + randomName.get() + name.substring(end));
    }

    private static String randomName(RandomGenerator random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
