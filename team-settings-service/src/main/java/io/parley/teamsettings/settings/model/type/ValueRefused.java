package io.parley.teamsettings.settings.model.type;

/** A value is none of the setting's type; the message says what would be. */
public final class ValueRefused extends RuntimeException {

    private final String pointer;

    public ValueRefused(String expected) {
        this("", expected);
    }

    /** The pointer leads from the setting into its value. */
    public ValueRefused(String pointer, String expected) {
        super(expected, null, false, false);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
