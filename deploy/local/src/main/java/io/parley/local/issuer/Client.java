package io.parley.local.issuer;

import java.util.List;
import java.util.Optional;

/** A program that may ask for tokens; without a secret it is public: password grant and code with PKCE only. */
record Client(String id, String secret, List<String> roles) {

    private static final List<Client> ALL = List.of(
            new Client("parley-cli", null, List.of()),
            confidential("parley-system", "system"),
            confidential("parley-operate", "admin", "system"),
            confidential("session-service", "system"),
            confidential("notification-service", "system"));

    static Optional<Client> byId(String id) {
        return ALL.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    boolean isPublic() {
        return secret == null;
    }

    boolean knows(String offeredSecret) {
        return isPublic() || Secrets.same(secret, offeredSecret);
    }

    /** Local secrets are the client's own name. */
    private static Client confidential(String id, String... roles) {
        return new Client(id, id, List.of(roles));
    }
}
