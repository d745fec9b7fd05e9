package dev.slipway.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where an exception becomes an answer.
@Singleton
public final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final ProblemDocument document;

    ProblemMapper(ProblemDocument document) {
        this.document = document;
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return document.answer(refusal.problem());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException e) {
        return document.answer(new Unauthenticated());
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return document.answer(new RoleRequired());
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    public Response unreadable(JacksonException e) {
        return document.answer(malformed(e));
    }

    /// What the framework refuses by itself: an unknown path, a wrong method, a wrong content
    /// type.
    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        if (e.getCause() instanceof JacksonException unreadable) {
            return document.answer(malformed(unreadable));
        }
        if (status >= 500) {
            return failed(e);
        }
        var answer = document.answer(HttpProblem.of(status));
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable e) {
        var id = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed, error_id=%s", id);
        return document.answer(new ServerError(id));
    }

    /// The other constraints are about nesting and the like: not length.
    private static boolean isTooLong(JacksonException e) {
        var reason = e.getCause() instanceof StreamConstraintsException cause ? cause : e;
        return reason instanceof StreamConstraintsException
                && reason.getOriginalMessage().startsWith("Document length");
    }

    private static Problem malformed(JacksonException e) {
        if (isTooLong(e)) {
            return new BodyTooLarge(StrictJson.LONGEST);
        }
        return MalformedRequest.of(e);
    }
}
