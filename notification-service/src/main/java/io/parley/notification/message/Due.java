package io.parley.notification.message;

/**
 * A message whose turn it is.
 *
 * @param request the stored request, with contact and link
 */
public record Due(Entry entry, String request) {

    @Override
    public String toString() {
        return "Due[" + entry.id() + "]";
    }
}
