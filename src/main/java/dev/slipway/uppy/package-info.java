/// The contract that unmodified `@uppy/aws-s3` speaks (base `/uppy`), mapped onto ours. Our own
/// client brings its parts by the same calls.
@NullMarked
package dev.slipway.uppy;

import org.jspecify.annotations.NullMarked;
