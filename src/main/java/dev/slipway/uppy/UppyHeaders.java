package dev.slipway.uppy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// No answer under `/uppy` is for a cache: its GETs record and sign. And nobody is told its
/// address, which may hold a token.
final class UppyHeaders {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext answer) {
        if (UppyRefusals.isOurs(request)) {
            answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        }
    }
}
