/// Which pages of other origins may talk to which addresses (CORS, in the Fetch standard).
@NullMarked
package dev.slipway.cors;

import org.jspecify.annotations.NullMarked;
