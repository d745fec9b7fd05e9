/// What only development has: the embedded PostgreSQL and the token endpoint.
@NullMarked
package dev.slipway.dev;

import org.jspecify.annotations.NullMarked;
