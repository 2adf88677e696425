package io.parley.session.session.model.entrance;

import java.time.Duration;

/**
 * How a customer proves who they are, and what guessing costs.
 *
 * @param attempts wrong answers until a lock
 * @param lockTime how long a lock lasts
 * @param locks until a ban
 */
public record Authentication(Method method, int attempts, Duration lockTime, int locks) {

    /** What is asked beyond the link. */
    public enum Method {
        NONE,
        PIN,
        OTP
    }
}
