package io.parley.rest.idempotency;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Keys belong to the subject of the access token, where a service does not say otherwise. */
@ApplicationScoped
@DefaultBean
class TokenOwner implements KeyOwner {

    private final JsonWebToken token;

    TokenOwner(JsonWebToken token) {
        this.token = token;
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(token.getSubject());
    }
}
