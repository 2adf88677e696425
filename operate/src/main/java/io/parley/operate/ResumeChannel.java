package io.parley.operate;

import picocli.CommandLine.Command;

/** Lets a channel hand over again. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        header = "Hands over on a channel again.",
        description = "After pause or drain. Role admin or system.")
final class ResumeChannel extends ChannelSwitch {

    @Override
    public void run() {
        turn("resume");
    }
}
