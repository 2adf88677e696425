package io.parley.session.session.model.entrance;

/**
 * What a customer presents at the entrance; secrets only as hashes.
 *
 * @param link hash of the link's secret
 * @param device hash of the browser's secret
 * @param consented to the text that the settings ask for
 * @param pin keyed hash of what was typed; null for nothing
 * @param code keyed hash of what was typed; null for nothing
 */
public record JoinAttempt(String link, String device, boolean consented, String pin, String code) {

    @Override
    public String toString() {
        return "JoinAttempt[…]"; // what somebody typed must not reach a log by accident
    }
}
