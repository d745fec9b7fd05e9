package dev.slipway.storage.local;

import dev.slipway.presign.FormVerdict;
import dev.slipway.presign.VerifyPostForm;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/// Takes a file that a form brings. The fields are judged before the first byte of it is
/// written; nothing is kept of what is refused.
final class ReceiveUpload {

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
        var key = Announced.key(fields.get("key"), fileId);
        var announced = new Announced(fields);
        try (var arrival = objects.arrival(Summing.algorithmsOf(announced.checksums()))) {
            BoundedCopy.copy(form.file(), arrival, accepted.size());
            arrival.complete();
            announced.check(arrival.checksums());
            var pointer = objects.keep(key, arrival, announced.headers());
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

    private static int status(Map<String, String> fields) {
        return switch (fields.getOrDefault("success_action_status", "204")) {
            case "200" -> 200;
            case "201" -> 201;
            default -> 204;
        };
    }
}
