package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.caller.Role;
import org.jspecify.annotations.Nullable;

/// In whose name something is started.
final class Owners {

    private static final int LONGEST = 255;

    private Owners() {}

    static String of(Caller caller, @Nullable String wanted) {
        if (wanted == null || wanted.equals(caller.subject())) {
            return caller.subject();
        }
        if (!caller.roles().contains(Role.SERVICE)) {
            throw new OwnerNotAllowed().refusal();
        }
        if (wanted.isBlank() || wanted.length() > LONGEST || !isText(wanted)) {
            throw new InvalidOwner().refusal();
        }
        return wanted;
    }

    private static boolean isText(String owner) {
        return owner.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }
}
