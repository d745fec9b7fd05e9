/// The backend on S3 and what speaks its protocol. Our own calls go through the AWS SDK; what
/// strangers get is signed by [dev.slipway.presign], because the SDK knows no POST policy and
/// adds checksums of empty bodies. Endpoint, region and credentials are the ordinary
/// `quarkus.s3.*` settings; what providers do differently stands in one
/// [dev.slipway.storage.s3.ProviderPreset].
@NullMarked
package dev.slipway.storage.s3;

import org.jspecify.annotations.NullMarked;
