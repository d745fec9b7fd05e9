/// Looks for malware in what was uploaded, before it becomes a file: asks the scanner that
/// `slipway.scan` names. `src/docs/scanner.md` is its manual.
@NullMarked
package dev.slipway.scan;

import org.jspecify.annotations.NullMarked;
