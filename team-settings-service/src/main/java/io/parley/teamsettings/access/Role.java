package io.parley.teamsettings.access;

/** The roles of a token, as its claim names them. */
public final class Role {

    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";
    public static final String SYSTEM = "system";

    private Role() {}
}
