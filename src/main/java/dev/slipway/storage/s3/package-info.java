/// The backend on S3 and what speaks its protocol, through the AWS SDK; only the POST policy is
/// signed by [dev.slipway.presign], because the SDK cannot. Endpoint, region, credentials and
/// path style are the ordinary `quarkus.s3.*` settings.
@NullMarked
package dev.slipway.storage.s3;

import org.jspecify.annotations.NullMarked;
