package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.Keys;
import dev.slipway.file.NewFile;
import dev.slipway.profile.Extensions;
import dev.slipway.profile.MediaTypes;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.UploadTerms;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Records that an upload will come and permits it: no network call, one insert.
@Singleton
final class StartUpload {

    private final Profiles profiles;
    private final ReplaceTarget replaceTarget;
    private final Files files;
    private final ObjectStore store;
    private final Clock clock;
    private final RandomGenerator random;

    StartUpload(
            Profiles profiles,
            ReplaceTarget replaceTarget,
            Files files,
            ObjectStore store,
            Clock clock,
            RandomGenerator random) {
        this.profiles = profiles;
        this.replaceTarget = replaceTarget;
        this.files = files;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    StartAnswer start(Caller caller, StartRequest request) {
        var file = check(caller, request);
        // signed first: a row is not left behind when there is nothing to sign with
        var ticket = store.ticket(termsOf(file));
        files.insert(file);
        return StartAnswer.of(file, ticket, clock.instant());
    }

    /// A pending row for bytes that come through the server.
    FileRecord record(Caller caller, StartRequest request) {
        var file = check(caller, request);
        files.insert(file);
        return files.find(file.id()).orElseThrow();
    }

    private NewFile check(Caller caller, StartRequest request) {
        var name = OriginalName.of(request.fileName());
        var target = replaceTarget.find(caller, request.replaces(), request.profile());
        var profile =
                target.map(FileRecord::profile)
                        .orElseGet(() -> profiles.forStart(profileName(request), caller));
        var type = typeOf(request, name);
        if (!profile.allows(type)) {
            throw new TypeNotAllowed(type, profile.types(), profile.name()).refusal();
        }
        checkSize(request.fileSize(), profile);
        var now = clock.instant();
        return new NewFile(
                FileIds.next(now, random),
                store.name(),
                caller.subject(),
                profile,
                target.isPresent() ? target.get().id() : null,
                name.value(),
                type,
                request.fileSize(),
                DeclaredChecksums.of(request),
                Metadata.check(request.metadata()),
                now,
                now.plus(profile.expiry()));
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

    private static void checkSize(@Nullable Long size, Profile profile) {
        if (size == null) {
            return;
        }
        if (size < 0) {
            throw new InvalidFileSize(size).refusal();
        }
        if (size == 0) {
            throw new EmptyFile().refusal();
        }
        if (size > profile.maxSize()) {
            throw new TooLarge(size, profile.maxSize()).refusal();
        }
    }

    private static UploadTerms termsOf(NewFile file) {
        var exactly = file.signedSize();
        return new UploadTerms(
                Keys.incoming(file.id()),
                file.fileType(),
                exactly == null ? 1 : exactly,
                exactly == null ? file.profile().maxSize() : exactly,
                file.checksums(),
                file.metadata(),
                file.createdAt(),
                file.expiresAt());
    }
}
