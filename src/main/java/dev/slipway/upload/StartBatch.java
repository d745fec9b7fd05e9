package dev.slipway.upload;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.caller.Caller;
import dev.slipway.problem.MalformedRequest;
import dev.slipway.problem.ProblemDocument;
import dev.slipway.problem.Refusal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Starts several uploads, each for itself: a refused one leaves the others alone. What is no
/// refusal but a bug is not hidden in an item; with idempotency keys the batch can be repeated.
@Singleton
final class StartBatch {

    private static final int MOST_FILES = 100;

    private final StartUpload startUpload;
    private final ProblemDocument document;
    private final ObjectMapper json;

    StartBatch(StartUpload startUpload, ProblemDocument document, ObjectMapper json) {
        this.startUpload = startUpload;
        this.document = document;
        this.json = json;
    }

    BatchAnswer start(Caller caller, BatchRequest batch) {
        if (batch.files() == null) {
            throw new MalformedRequest("files").refusal();
        }
        if (batch.files().size() > MOST_FILES) {
            throw new BatchTooLarge(batch.files().size(), MOST_FILES).refusal();
        }
        return new BatchAnswer(batch.files().stream().map(file -> start(caller, file)).toList());
    }

    private BatchAnswer.Item start(Caller caller, @Nullable JsonNode file) {
        try {
            return new BatchAnswer.Started(startUpload.start(caller, read(file)));
        } catch (Refusal refusal) {
            return new BatchAnswer.Refused(document.membersOf(refusal.problem()));
        }
    }

    private StartRequest read(@Nullable JsonNode file) {
        if (file == null || !file.isObject()) {
            throw new MalformedRequest(null).refusal();
        }
        try {
            return json.treeToValue(file, StartRequest.class);
        } catch (JacksonException e) {
            throw MalformedRequest.of(e).refusal();
        }
    }
}
