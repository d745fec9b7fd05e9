/// Who asks (owner and roles, whatever the mechanism) and under which public address.
@NullMarked
package dev.slipway.caller;

import org.jspecify.annotations.NullMarked;
