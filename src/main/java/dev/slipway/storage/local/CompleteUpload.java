package dev.slipway.storage.local;

import dev.slipway.storage.Completion;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Joins the parts of an upload to its object, without a look at a single byte: the object's
/// pointer names them all, and is the commit point. Who is killed before leaves the upload as it
/// was; who is killed after leaves the object and the upload beside it, which may be completed
/// again, to the same object, or aborted.
final class CompleteUpload {

    /// S3's smallest part, the last one aside
    /// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html)).
    private static final long SMALLEST = 5L * 1024 * 1024;

    private static final int ATTEMPTS = 10;

    private final ObjectDirectory objects;

    CompleteUpload(ObjectDirectory objects) {
        this.objects = objects;
    }

    Completion complete(ObjectKey key, String uploadId, Collection<Part> named) throws IOException {
        try (var _ = objects.hold(key)) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                var upload = objects.uploads().find(key, uploadId).orElse(null);
                var arrived = objects.uploads().parts(key, uploadId).orElse(null);
                if (upload == null || arrived == null) {
                    return new Completion.NoSuchUpload();
                }
                switch (judge(arrived, named)) {
                    case Refused(var reason) -> {
                        return new Completion.Refused(reason);
                    }
                    case Accepted(var parts) -> {
                        if (join(key, parts, upload.headers())) {
                            objects.uploads().remove(key, uploadId);
                            return new Completion.Done();
                        }
                        // Another process has replaced a part or ended the upload: look again.
                    }
                }
            }
            return new Completion.Refused("The bytes of a part are lost.");
        }
    }

    private boolean join(ObjectKey key, List<ArrivedPart> parts, ObjectHeaders headers)
            throws IOException {
        var etag = PartsETag.of(parts.stream().map(ArrivedPart::etag).toList());
        return objects.join(key, parts.stream().map(ArrivedPart::piece).toList(), etag, headers);
    }

    private sealed interface Judgement {}

    private record Accepted(List<ArrivedPart> parts) implements Judgement {}

    private record Refused(String reason) implements Judgement {}

    private static Judgement judge(List<ArrivedPart> arrived, Collection<Part> named) {
        if (named.isEmpty()) {
            return new Refused("No part was named.");
        }
        var byNumber = byNumber(arrived);
        var parts = new ArrayList<ArrivedPart>();
        for (var wanted : named.stream().sorted(Comparator.comparingInt(Part::number)).toList()) {
            var part = byNumber.get(wanted.number());
            if (part == null || !part.etag().equals(wanted.etag())) {
                return new Refused(
                        "Part %d with the ETag %s was not found."
                                .formatted(wanted.number(), wanted.etag()));
            }
            if (!parts.isEmpty() && parts.getLast().number() == part.number()) {
                return new Refused("Part %d was named twice.".formatted(part.number()));
            }
            parts.add(part);
        }
        for (var part : parts.subList(0, parts.size() - 1)) {
            if (part.size() < SMALLEST) {
                return new Refused(
                        "Part %d has %d bytes; all but the last must have %d at least."
                                .formatted(part.number(), part.size(), SMALLEST));
            }
        }
        return new Accepted(parts);
    }

    private static Map<Integer, ArrivedPart> byNumber(List<ArrivedPart> parts) {
        return parts.stream().collect(Collectors.toMap(ArrivedPart::number, Function.identity()));
    }
}
