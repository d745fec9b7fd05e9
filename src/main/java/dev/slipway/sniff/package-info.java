/// What bytes really are, whatever they are called.
@NullMarked
package dev.slipway.sniff;

import org.jspecify.annotations.NullMarked;
