package dev.slipway.problem;

/// A 401 that asks for other credentials than a Bearer token: the value of its
/// `WWW-Authenticate` header (RFC 9110, section 11.6.1).
public interface Challenge extends Problem {

    String challenge();
}
