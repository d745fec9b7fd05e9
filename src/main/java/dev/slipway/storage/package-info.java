/// Where bytes live, and how a stranger may bring some. The two backends are in the packages
/// below; nobody imports them: [dev.slipway.storage.ObjectStore] is injected.
///
/// A third one is a package beside them: a [dev.slipway.storage.Backend] bean, whose name
/// `slipway.storage` can then say, and an implementation of the interface with its multipart
/// uploads. It is finished when it passes the contracts in the tests: `ObjectStoreContract`,
/// `MultipartContract` and, as it permits uploads, `UploadLegContract` or `PutLegContract`.
@NullMarked
package dev.slipway.storage;

import org.jspecify.annotations.NullMarked;
