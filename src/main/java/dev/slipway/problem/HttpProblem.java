package dev.slipway.problem;

/// What HTTP itself refuses: an unknown path, a wrong method, a content type that is not taken.
public record HttpProblem(int status, String code, String detail) implements Problem {

    public static HttpProblem of(int status) {
        return switch (status) {
            case 404 -> new HttpProblem(404, "not_found", "There is nothing at this address.");
            case 405 ->
                    new HttpProblem(405, "method_not_allowed", "This address has no such method.");
            case 406 -> new HttpProblem(406, "not_acceptable", "This address answers JSON only.");
            case 413 -> new HttpProblem(413, "body_too_large", "The request body is too large.");
            case 415 ->
                    new HttpProblem(
                            415, "unsupported_media_type", "This call takes another content type.");
            default -> new HttpProblem(status, "bad_request", "The request cannot be understood.");
        };
    }
}
