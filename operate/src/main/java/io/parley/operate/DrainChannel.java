package io.parley.operate;

import picocli.CommandLine.Command;

/** Empties a channel's queue and then pauses it. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        header = "Empties the queue of a channel.",
        description = "Hands over what is queued by now, and nothing that comes later. Role admin or system.")
final class DrainChannel extends ChannelSwitch {

    @Override
    public void run() {
        turn("drain");
    }
}
