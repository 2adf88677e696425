package io.parley.notification.message.model;

/** How a message travels. */
public enum Channel {
    EMAIL,
    SMS
}
