/// The rows: states, variants, history, and the one wire record. The only package that knows
/// the tables.
@NullMarked
package dev.slipway.file;

import org.jspecify.annotations.NullMarked;
