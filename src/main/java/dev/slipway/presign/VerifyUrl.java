package dev.slipway.presign;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Judges a request with a signature in its URL as S3 does: signature, expiry, and that every
/// `x-amz-*` header that was sent is signed. Whatever a stranger sends, the answer is a
/// verdict, never an exception. Safe for many threads.
///
/// Who serves the request takes headers and parameters out of the verdict: what was not signed,
/// `Content-Length` as well, binds nobody.
public final class VerifyUrl {

    /// How much the signer's clock may be ahead.
    static final Duration SKEW = Duration.ofMinutes(15);

    private final CredentialLookup credentials;
    private final Signatures signatures = new Signatures();

    public VerifyUrl(CredentialLookup credentials) {
        this.credentials = credentials;
    }

    public UrlVerdict verify(ReceivedRequest request, Instant now) {
        try {
            return judge(request, UrlSignature.parse(request.rawQuery()), now);
        } catch (RefusedRequestException e) {
            return new UrlVerdict.Refused(e.error());
        }
    }

    private UrlVerdict judge(ReceivedRequest request, UrlSignature url, Instant now)
            throws RefusedRequestException {
        var signer = credentials.find(url.scope().accessKeyId()).orElse(null);
        if (signer == null) {
            throw new RefusedRequestException(S3Error.unknownAccessKey());
        }
        checkTime(url, now);
        var headers = signedHeaders(request, url.signedHeaders());
        var path = UriEncoding.path(request.rawPath());
        if (path == null) {
            throw new RefusedRequestException(S3Error.invalidUri());
        }
        var signed = new CanonicalRequest(request.method(), path, url.query(), headers);
        var signature =
                signatures.of(signed.stringToSign(url.date(), url.scope()), signer, url.scope());
        if (!Signatures.same(signature, url.signature())) {
            throw new RefusedRequestException(S3Error.signatureDoesNotMatch());
        }
        var token = signer.sessionToken();
        if (token != null && !Signatures.same(token, url.securityToken())) {
            throw new RefusedRequestException(S3Error.invalidToken());
        }
        return new UrlVerdict.Accepted(headers, url.parameters());
    }

    private static void checkTime(UrlSignature url, Instant now) throws RefusedRequestException {
        if (url.signedAt().isAfter(now.plus(SKEW))) {
            throw new RefusedRequestException(S3Error.requestTimeTooSkewed());
        }
        if (!now.isBefore(url.signedAt().plus(url.lifetime()))) {
            throw new RefusedRequestException(S3Error.accessDenied("Request has expired"));
        }
    }

    private static SortedMap<String, String> signedHeaders(
            ReceivedRequest request, SortedSet<String> names) throws RefusedRequestException {
        for (var name : request.headers().keySet()) {
            if (HeadersToSign.isAmazons(name) && !names.contains(name.toLowerCase(Locale.ROOT))) {
                throw new RefusedRequestException(S3Error.headersNotSigned());
            }
        }
        if (!names.contains(HeadersToSign.HOST)) {
            throw new RefusedRequestException(S3Error.headersNotSigned());
        }
        var signed = new TreeMap<String, String>();
        for (var name : names) {
            var values = request.headers().get(name);
            if (name.equals(HeadersToSign.HOST)) {
                signed.put(name, request.host().toLowerCase(Locale.ROOT));
            } else if (values == null) {
                throw new RefusedRequestException(S3Error.signatureDoesNotMatch());
            } else {
                signed.put(name, HeadersToSign.values(values));
            }
        }
        return signed;
    }
}
