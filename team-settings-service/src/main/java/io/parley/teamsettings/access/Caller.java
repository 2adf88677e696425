package io.parley.teamsettings.access;

import java.security.Principal;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the request: the token's subject and its roles. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String subject() {
        return subject(identity.getPrincipal());
    }

    /** Whether everything may be read: by administrators and by machines. */
    public boolean seesAll() {
        return identity.hasRole(Role.ADMIN) || identity.hasRole(Role.SYSTEM);
    }

    private static String subject(Principal principal) {
        var subject = principal instanceof JsonWebToken ? ((JsonWebToken) principal).getSubject() : null;
        return subject == null ? principal.getName() : subject;
    }
}
