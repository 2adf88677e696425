package io.parley.notification.message.model;

/** The reasons of an undelivered message that this service itself gives; part of the published contract. */
public final class Reason {

    public static final String ADDRESS_REJECTED = "address-rejected";
    public static final String NUMBER_REJECTED = "number-rejected";
    public static final String CONTENT_REJECTED = "content-rejected";
    public static final String GAVE_UP = "gave-up";
    public static final String NOT_DELIVERED = "not-delivered";
    public static final String OVER_LIMIT = "over-limit";

    private Reason() {}
}
