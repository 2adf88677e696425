package io.parley.session.session.model;

/**
 * The agent who has the session now.
 *
 * @param subject the OIDC subject
 * @param name as customers see it
 * @param email where messages for the agent go; null when unknown
 */
public record Owner(String subject, String name, String email) {

    @Override
    public String toString() {
        return "Owner[" + subject + "]"; // an address must not reach a log by accident
    }
}
