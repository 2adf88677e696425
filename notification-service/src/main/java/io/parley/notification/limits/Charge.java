package io.parley.notification.limits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.parley.notification.message.model.Request;

/**
 * One text on one of the accounts that it is charged to.
 *
 * @param unit the window: hour or day, by the database's clock
 */
record Charge(String scope, String key, String unit, int limit) {

    private static final int LAST_DIGITS = 3;

    /**
     * Numbers are counted by their digest: the counters need not know them. What timers send has accounts of its own, as
     * wide as those of what somebody asked for, so that reminders can't use up what an invitation needs.
     */
    static List<Charge> of(Request request, String region, LimitsConfig limits) {
        var number = request.to();
        var prefix = number.substring(0, Math.max(0, number.length() - LAST_DIGITS));
        var of = request.kind().isSentByATimer() ? "timers:" : "";
        return List.of(
                new Charge("agent", of + digest(request.owner()), "hour", limits.agentPerHour()),
                new Charge("country", of + region, "day", limits.countryPerDay()),
                new Charge("number", of + digest(number), "hour", limits.numberPerHour()),
                new Charge("prefix", of + digest(prefix), "hour", limits.prefixPerHour()),
                new Charge("team", of + request.homeTeam(), "day", limits.teamPerDay()),
                new Charge("total", of + "all", "day", limits.totalPerDay()));
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
