package dev.slipway.storage.s3;

import static software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;

/// Sends bodies at once and as they are.
///
/// The SDK asks with `Expect: 100-continue` before each, a round trip that some look-alikes
/// answer badly, and after which Java's HTTP client does not try a kept connection again that
/// the server has closed.
///
/// Over plain HTTP it also frames them as `aws-chunked`, in packets of a few bytes. A server
/// that has all the bytes it wants may answer and hang up before the last frame, and then a
/// write that succeeded fails.
final class PlainBodies implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(
            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }

    static S3AuthSchemeProvider withoutFrames() {
        var schemes = S3AuthSchemeProvider.defaultProvider();
        return params ->
                schemes.resolveAuthScheme(params).stream()
                        .map(scheme -> scheme.toBuilder())
                        .map(scheme -> scheme.putSignerProperty(CHUNK_ENCODING_ENABLED, false))
                        .map(scheme -> scheme.build())
                        .toList();
    }
}
