package dev.slipway.hook;

import dev.slipway.problem.Challenge;

/// No secret, or a wrong one. It asks for Basic: SNS sends what stands in its URL only after
/// such a challenge.
record HookSecretRequired() implements Challenge {

    @Override
    public int status() {
        return 401;
    }

    @Override
    public String detail() {
        return "The secret of this hook is needed, as a Bearer token or as the password of Basic.";
    }

    @Override
    public String challenge() {
        return "Basic realm=\"storage events\", charset=\"UTF-8\"";
    }
}
