package io.parley.operate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What can be done about settings. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "The settings of the organisation and of its teams.",
        subcommands = LintSettings.class)
final class Settings implements Runnable {

    @ParentCommand
    private Operate operate;

    @Spec
    private CommandSpec spec;

    Operate operate() {
        return operate;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: lint");
    }
}
