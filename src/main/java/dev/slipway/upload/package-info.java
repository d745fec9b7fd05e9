/// Start, finish, standard upload and re-upload, cancel and delete.
@NullMarked
package dev.slipway.upload;

import org.jspecify.annotations.NullMarked;
