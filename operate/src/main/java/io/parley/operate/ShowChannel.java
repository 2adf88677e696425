package io.parley.operate;

import picocli.CommandLine.Command;

/** Shows a channel's state and queue. */
@Command(
        name = "channel",
        mixinStandardHelpOptions = true,
        header = "Shows the state and the queue of a channel.",
        description = "And its gateways. Role admin or system.")
final class ShowChannel extends ChannelSwitch {

    @Override
    public void run() {
        show();
    }
}
