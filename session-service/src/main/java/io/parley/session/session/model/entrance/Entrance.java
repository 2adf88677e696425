package io.parley.session.session.model.entrance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.parley.session.session.model.Refusal;

/**
 * What stands between a link and the room.
 *
 * @param pin keyed hash of the PIN that the agent set; null for none
 * @param code the one-time code that was sent last; null for none
 * @param devices hashes of the browsers that have joined
 */
public record Entrance(String pin, OneTimeCode code, Guard guard, List<String> devices) {

    public Entrance {
        devices = List.copyOf(devices);
    }

    public static Entrance withPin(String pin) {
        return new Entrance(pin, null, Guard.FRESH, List.of());
    }

    public boolean knows(String device) {
        boolean known = false;
        for (String joined : devices) {
            known |= same(joined, device);
        }
        return known;
    }

    public Entrance expect(String nextCode, Instant now) {
        return new Entrance(pin, OneTimeCode.after(code, nextCode, now), guard, devices);
    }

    public Entrance admit(String device) {
        var more = new ArrayList<>(devices);
        more.add(device);
        return new Entrance(pin, null, Guard.FRESH, more);
    }

    /** This browser, and no other any more. */
    public Entrance bind(String device) {
        return new Entrance(pin, null, Guard.FRESH, List.of(device));
    }

    public Entrance guarded(Guard next) {
        return new Entrance(pin, code, next, devices);
    }

    /** An agent lets somebody in: what was tried before no longer counts. */
    public Entrance reopen() {
        return guarded(Guard.FRESH);
    }

    /** Re-engaging brings another person: whatever the one before tried no longer counts. */
    public Entrance forAnotherPerson() {
        return new Entrance(pin, null, Guard.FRESH, List.of());
    }

    /** Null when what was presented is right; else why not. A wrong guess counts, a missing answer does not. */
    public Refusal judge(Authentication.Method method, JoinAttempt attempt, Instant now) {
        if (method == Authentication.Method.PIN) {
            return attempt.pin() == null ? Refusal.PIN_REQUIRED : same(pin, attempt.pin()) ? null : Refusal.PIN_WRONG;
        }
        if (method == Authentication.Method.OTP) {
            boolean right = code != null && code.isValid(now) && same(code.hash(), attempt.code());
            return attempt.code() == null ? Refusal.CODE_REQUIRED : right ? null : Refusal.CODE_WRONG;
        }
        return null;
    }

    @Override
    public String toString() {
        return "Entrance[" + guard + ", devices=" + devices.size() + "]"; // no hash of a PIN: it is soon guessed
    }

    private static boolean same(String kept, String presented) {
        return kept != null
                && presented != null
                && MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
    }
}
