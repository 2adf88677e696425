package io.parley.session.room;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

/** Sessions as tests of the room begin with them. */
public final class Rooms {

    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};
    public static final byte[] PDF = "%PDF-1.7 a contract".getBytes(StandardCharsets.US_ASCII);

    private Rooms() {}

    /** With the workflow of the example, under these settings. */
    public static ASession aSessionWith(String settings) {
        return aSession(settings, Map.of());
    }

    public static ASession aSession(String settings, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("workflows", List.of(TeamSettings.WORKFLOW));
        body.put("assets", List.of(TeamSettings.TEXT_ASSET));
        return Given.aSessionOf(Given.anOwnerWithSettings(settings), body);
    }

    public static ASession aSession() {
        return aSessionWith("{}");
    }

    public static ASession aSessionWithPin(String pin) {
        return aSession(
                "{\"customer\":{\"authentication\":{\"method\":\"PIN\",\"attempts\":3,\"locks\":2}}}",
                Map.of("pin", pin));
    }

    /** Under which an end leaves the customer this much. */
    public static String accessAfterEnd(String mode) {
        return "{\"session\":{\"accessAfterEnd\":{\"mode\":\"" + mode + "\",\"duration\":\"P30D\"}}}";
    }
}
