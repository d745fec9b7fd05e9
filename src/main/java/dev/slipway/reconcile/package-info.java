/// Compares the storages with the rows: clears quarantine of what nobody waits for, and reports
/// what is there without a row, or named by a row without being there.
@NullMarked
package dev.slipway.reconcile;

import org.jspecify.annotations.NullMarked;
