package dev.slipway.storage.s3;

import dev.slipway.problem.Refusal;
import dev.slipway.storage.StorageUnavailable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Makes calls, and sorts what goes wrong: an answer that the caller expects is empty; a
/// storage that cannot be reached, or says that it is in trouble, is [StorageUnavailable];
/// every other refusal (missing rights, no such bucket) is a fault of the configuration, and a
/// plain exception that says what was asked and what S3 answered.
final class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);
    private static final Set<String> TROUBLE =
            Set.of("InternalError", "RequestTimeout", "ServiceUnavailable", "SlowDown");

    private Calls() {}

    static <T> T make(String what, Supplier<T> call) {
        return make(what, List.of(), call).orElseThrow();
    }

    /// Empty when the storage answers with one of the `expected` statuses.
    static <T> Optional<T> make(String what, List<Integer> expected, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception e) {
            if (expected.contains(e.statusCode()) && !code(e).equals("NoSuchBucket")) {
                return Optional.empty();
            }
            throw isTrouble(e) ? unavailable(what, e) : failure(what, e);
        } catch (SdkClientException | UncheckedIOException e) {
            throw unavailable(what, e);
        }
    }

    static Refusal unavailable(String what, Exception cause) {
        LOG.warnf("S3 does not answer to %s: %s", what, cause);
        return new StorageUnavailable().refusal();
    }

    private static IllegalStateException failure(String what, S3Exception e) {
        return new IllegalStateException(
                "S3 answers %d %s to %s".formatted(e.statusCode(), code(e), what), e);
    }

    private static boolean isTrouble(S3Exception e) {
        return e.statusCode() >= 500 || e.isThrottlingException() || isTrouble(code(e));
    }

    /// Also where it comes with a 200: S3 sends the status of a copy before it has copied, and
    /// deletes many objects in one call.
    static boolean isTrouble(String code) {
        return TROUBLE.contains(code);
    }

    private static String code(S3Exception e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    }
}
