package dev.slipway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/// What a test needs and Maven does not bring. Where it is missing the test is skipped, and a line
/// among the others of the build says what that is and how to get it.
public final class Requirement {

    private static final Logger LOG = Logger.getLogger(Requirement.class);
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Requirement() {}

    /// Skips the running test unless it is there.
    public static void of(boolean isThere, String otherwise) {
        Assumptions.assumeTrue(tell(isThere, otherwise), otherwise);
    }

    /// For conditions that skip by themselves; answers whether it is there.
    public static boolean tell(boolean isThere, String otherwise) {
        if (!isThere && SAID.add(otherwise)) {
            LOG.warn(otherwise);
        }
        return isThere;
    }
}
