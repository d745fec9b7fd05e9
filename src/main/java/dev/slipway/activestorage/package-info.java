/// The contract that the DirectUpload class of Rails' Active Storage speaks, mapped onto ours.
@NullMarked
package dev.slipway.activestorage;

import org.jspecify.annotations.NullMarked;
