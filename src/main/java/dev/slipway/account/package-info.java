/// What each owner has used up, and how much it may: bytes, pending uploads, starts per minute.
@NullMarked
package dev.slipway.account;

import org.jspecify.annotations.NullMarked;
