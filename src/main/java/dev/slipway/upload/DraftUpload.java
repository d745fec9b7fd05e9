package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Idempotency;
import dev.slipway.file.NewFile;
import dev.slipway.multipart.PartSizes;
import dev.slipway.profile.Extensions;
import dev.slipway.profile.ImageWishNotAllowed;
import dev.slipway.profile.MediaTypes;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Judges what a client wants to upload, and makes a row of it that is not recorded yet.
@Singleton
final class DraftUpload {

    private final Profiles profiles;
    private final ReplaceTarget replaceTarget;
    private final ObjectStore store;
    private final PartSizes partSizes;
    private final Clock clock;
    private final RandomGenerator random;

    DraftUpload(
            Profiles profiles,
            ReplaceTarget replaceTarget,
            ObjectStore store,
            PartSizes partSizes,
            Clock clock,
            RandomGenerator random) {
        this.profiles = profiles;
        this.replaceTarget = replaceTarget;
        this.store = store;
        this.partSizes = partSizes;
        this.clock = clock;
        this.random = random;
    }

    NewFile draft(
            Caller caller, String owner, StartRequest request, Idempotency identity, Way way) {
        var name = OriginalName.of(request.fileName());
        var target = replaceTarget.find(caller, owner, request.replaces(), request.profile());
        var profile =
                target.map(file -> profileOf(file, request))
                        .orElseGet(() -> profileFor(caller, request));
        var type = typeOf(request, name);
        if (!profile.allows(type)) {
            throw new TypeNotAllowed(type, profile.types(), profile.name()).refusal();
        }
        var partSize = partSize(way, request.fileSize());
        checkSize(request.fileSize(), largest(profile, partSize));
        var now = clock.instant();
        return new NewFile(
                FileIds.next(now, random),
                store.name(),
                owner,
                profile,
                target.isPresent() ? target.get().id() : null,
                name.value(),
                type,
                request.fileSize(),
                partSize,
                DeclaredChecksums.of(request),
                Metadata.check(request.metadata()),
                identity,
                now,
                partSize == null ? now.plus(profile.expiry()) : partSizes.livesUntil(now));
    }

    private @Nullable Long partSize(Way way, @Nullable Long size) {
        return switch (way) {
            case FITTING -> partSizes.findFor(size).orElse(null);
            case IN_PARTS -> Long.valueOf(PartSizes.ANY);
            case WHOLE, BY_PUT, THROUGH_US -> null;
        };
    }

    private Profile profileFor(Caller caller, StartRequest request) {
        var profile = profiles.forStart(profileName(request), caller);
        return request.image() == null ? profile : profile.granting(request.image());
    }

    /// A re-upload gets the variants that its target was started with.
    private static Profile profileOf(FileRecord target, StartRequest request) {
        if (request.image() != null) {
            var name = target.profile().name();
            throw new ImageWishNotAllowed(name, "image", "nothing with a re-upload").refusal();
        }
        return target.profile();
    }

    private static String profileName(StartRequest request) {
        return Objects.requireNonNullElse(request.profile(), Profile.DEFAULT);
    }

    /// Many browsers know no type for HEIC and others: then the name decides.
    private static String typeOf(StartRequest request, OriginalName name) {
        var type = request.fileType();
        return type == null || type.isBlank()
                ? Extensions.typeOf(name.value())
                : MediaTypes.normalise(type);
    }

    private static long largest(Profile profile, @Nullable Long partSize) {
        return partSize == null
                ? Math.min(profile.maxSize(), PartSizes.LARGEST_SINGLE)
                : profile.maxSize();
    }

    private static void checkSize(@Nullable Long size, long largest) {
        if (size == null) {
            return;
        }
        if (size < 0) {
            throw new InvalidFileSize(size).refusal();
        }
        if (size == 0) {
            throw new EmptyFile().refusal();
        }
        if (size > largest) {
            throw new TooLarge(size, largest).refusal();
        }
    }
}
