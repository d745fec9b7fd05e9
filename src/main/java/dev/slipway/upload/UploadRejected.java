package dev.slipway.upload;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.slipway.file.Rejection;
import dev.slipway.problem.Problem;
import java.util.Map;

/// The uploaded bytes were refused for good; the same answer whenever it is asked again.
record UploadRejected(String code, String detail, @JsonAnyGetter Map<String, Object> figures)
        implements Problem {

    static UploadRejected of(Rejection rejection) {
        return new UploadRejected(rejection.code(), rejection.detail(), rejection.figures());
    }

    @Override
    public int status() {
        return code.equals(Rejections.TARGET_DELETED) ? 410 : 422;
    }
}
