/// Where bytes live, and how a stranger may bring some. The two backends are in the packages
/// below; nobody imports them: [dev.slipway.storage.Storages] hands them out by their names.
///
/// A third backend is possible:
///
/// 1. Implement [dev.slipway.storage.ObjectStore] and [dev.slipway.storage.MultipartUploads] in
///    a package of its own. Decide once, where the settings are read, whether a ticket is a form
///    or a PUT and whether a promotion can be made on condition; nobody asks a store what it can
///    do. A store that cannot copy on condition answers `Promotion.Unchecked`.
/// 2. Offer it as a bean that implements [dev.slipway.storage.Backend]: `slipway.storage` can
///    then name it. Throw from `open` with one sentence when a setting is missing.
/// 3. Let its tests extend `ObjectStoreContract`, `UploadLegContract` or `PutLegContract`,
///    `MultipartContract` and `BrowserContract`, over real HTTP, and the flows of
///    `UploadingContract`, `UploadingInPartsContract` and `RacesContract`. When they pass, the
///    rest of the program cannot tell it from the others.
@NullMarked
package dev.slipway.storage;

import org.jspecify.annotations.NullMarked;
