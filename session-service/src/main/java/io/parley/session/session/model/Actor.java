package io.parley.session.session.model;

/**
 * Who did something.
 *
 * @param subject the OIDC subject; null for the customer, the timer and notification-service
 */
public record Actor(String subject, Role role) {

    public static final Actor CUSTOMER = new Actor(null, Role.CUSTOMER);
    public static final Actor TIMER = new Actor(null, Role.TIMER);
    public static final Actor NOTIFICATION = new Actor(null, Role.NOTIFICATION);

    /** The capacity in which somebody acted. */
    public enum Role {
        AGENT,
        SUPERVISOR,
        SYSTEM,
        CUSTOMER,
        TIMER,
        NOTIFICATION
    }

    /** Agents' and machines' actions keep a session from expiring; the customer's and the clocks' do not. */
    boolean keepsSessionAlive() {
        return subject != null;
    }
}
