/// Where bytes live, and how a stranger may bring some. The two backends are in the packages
/// below; nobody imports them: [dev.slipway.storage.ObjectStore] is injected.
@NullMarked
package dev.slipway.storage;

import org.jspecify.annotations.NullMarked;
