package io.parley.local.issuer;

/** An error of RFC 6749: its code and what to tell the developer. */
final class GrantRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String error;

    GrantRefused(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }

    int status() {
        return error.equals("invalid_client") ? 401 : 400;
    }
}
