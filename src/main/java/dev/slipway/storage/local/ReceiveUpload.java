package dev.slipway.storage.local;

import dev.slipway.presign.FormVerdict;
import dev.slipway.presign.S3Error;
import dev.slipway.presign.VerifyPostForm;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes a file that a form brings. The fields are judged before the first byte of it is
/// written; nothing is kept of what is refused.
final class ReceiveUpload {

    private static final String METADATA = "x-amz-meta-";
    private static final String SHA256 = "x-amz-checksum-sha256";
    private static final String CRC32C = "x-amz-checksum-crc32c";

    private final ObjectDirectory objects;
    private final VerifyPostForm forms;
    private final MediaLinks links;
    private final Clock clock;

    ReceiveUpload(LocalObjectStore store) {
        this.objects = store.objects();
        this.forms = store.forms();
        this.links = store.links();
        this.clock = store.clock();
    }

    /// `fileId` is the last segment of the address that the form was sent to.
    Received receive(String fileId, MultipartForm form) throws IOException, UploadRefusedException {
        var accepted = judge(form);
        var fields = accepted.fields();
        var key = key(fields, fileId);
        var declared =
                new Checksums(fields.get(SHA256), fields.get("Content-MD5"), fields.get(CRC32C));
        try (var arrival = objects.arrival(Summing.algorithmsOf(declared))) {
            BoundedCopy.copy(form.file(), arrival, accepted.size());
            arrival.complete();
            checkDigests(declared, arrival.checksums());
            var pointer = objects.keep(key, arrival, headers(fields));
            return new Received(key, pointer.etag(), links.address(key), status(fields));
        }
    }

    private FormVerdict.Accepted judge(MultipartForm form)
            throws IOException, UploadRefusedException {
        return switch (forms.verify(form.fields(), Tickets.BUCKET, clock.instant())) {
            case FormVerdict.Accepted accepted -> accepted;
            case FormVerdict.Refused(var error) -> throw new UploadRefusedException(error);
        };
    }

    private static ObjectKey key(Map<String, String> fields, String fileId)
            throws UploadRefusedException {
        var text = fields.getOrDefault("key", "");
        if (!ObjectKey.isValid(text)) {
            throw new UploadRefusedException(
                    S3Error.invalidArgument("The key of this form cannot be stored here."));
        }
        var key = new ObjectKey(text);
        if (!key.lastSegment().equals(fileId)) {
            throw new UploadRefusedException(
                    S3Error.accessDenied("This form belongs to another address."));
        }
        return key;
    }

    private static void checkDigests(Checksums declared, Checksums actual)
            throws UploadRefusedException {
        checkDigest("SHA256", declared.sha256(), actual.sha256());
        checkDigest("Content-MD5", declared.md5(), actual.md5());
        checkDigest("CRC32C", declared.crc32c(), actual.crc32c());
    }

    private static void checkDigest(String name, @Nullable String expected, @Nullable String actual)
            throws UploadRefusedException {
        if (expected != null && !expected.equals(actual)) {
            throw new UploadRefusedException(
                    "BadDigest",
                    400,
                    "The " + name + " you specified did not match what we received.");
        }
    }

    private static ObjectHeaders headers(Map<String, String> fields) {
        return new ObjectHeaders(
                fields.getOrDefault("Content-Type", "binary/octet-stream"),
                fields.get("Cache-Control"),
                fields.get("Content-Disposition"),
                metadata(fields));
    }

    private static Map<String, String> metadata(Map<String, String> fields) {
        var metadata = new HashMap<String, String>();
        fields.forEach(
                (name, value) -> {
                    var lower = name.toLowerCase(Locale.ROOT);
                    if (lower.startsWith(METADATA)) {
                        metadata.put(lower.substring(METADATA.length()), value);
                    }
                });
        return metadata;
    }

    private static int status(Map<String, String> fields) {
        return switch (fields.getOrDefault("success_action_status", "204")) {
            case "200" -> 200;
            case "201" -> 201;
            default -> 204;
        };
    }
}
