package io.parley.teamsettings.change;

import jakarta.enterprise.context.RequestScoped;

/** Whether the request has written anything. */
@RequestScoped
class WriteMark {

    private boolean written;

    void write() {
        written = true;
    }

    boolean isWritten() {
        return written;
    }
}
