/// What an upload is for: types, size, roles, variants, visibility. The only owner of that
/// configuration.
@NullMarked
package dev.slipway.profile;

import org.jspecify.annotations.NullMarked;
