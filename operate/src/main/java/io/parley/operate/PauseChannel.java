package io.parley.operate;

import picocli.CommandLine.Command;

/** Keeps what waits, until the channel is resumed. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        header = "Hands nothing more over on a channel.",
        description = "Requests wait, each until its own end. Role admin or system.")
final class PauseChannel extends ChannelSwitch {

    @Override
    public void run() {
        turn("pause");
    }
}
