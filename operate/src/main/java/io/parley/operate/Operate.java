package io.parley.operate;

import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import io.parley.operate.http.Calls;
import io.parley.operate.http.Failure;
import io.parley.operate.http.Surroundings;
import io.parley.operate.show.Screen;

/** The command line of operators: what the services' APIs let them do, from a shell. */
@Command(
        name = "operate",
        mixinStandardHelpOptions = true,
        version = "Parley 1.0.0-SNAPSHOT",
        description = "What operators do with a running Parley, by the services' own APIs.",
        subcommands = {
            AuditMessages.class,
            AuditInvitations.class,
            ListDeadLetters.class,
            RequeueMessages.class,
            ShowChannel.class,
            PauseChannel.class,
            DrainChannel.class,
            ResumeChannel.class,
            ReplayEvents.class,
            ReplayDeliveries.class,
            ForecastSession.class,
            Settings.class
        },
        footerHeading = "%nThe environment says where everything is and who calls:%n",
        footer = {
            "  PARLEY_SESSION_URL       session-service; http://localhost:8080",
            "  PARLEY_NOTIFICATION_URL  notification-service; http://localhost:8081",
            "  PARLEY_TEAM_SETTINGS_URL team-settings-service; http://localhost:8082",
            "  PARLEY_ISSUER            OIDC; http://localhost:8180/realms/parley",
            "  PARLEY_CLIENT_ID         its client for this; parley-operate",
            "  PARLEY_CLIENT_SECRET     the secret of that client",
            "  PARLEY_TOKEN             a token, instead of client and secret",
            "  PARLEY_PATIENCE          how long to try again where nobody answers; PT15S",
            "Secret and token may lie in files: PARLEY_CLIENT_SECRET_FILE, PARLEY_TOKEN_FILE.",
            "",
            "Ends with 0 if all is well; 1 if a service refuses, or what was looked at is",
            "not clean; 2 if the command or the environment is wrong; 3 if a service or the",
            "issuer cannot be reached, or cannot answer now."
        })
public final class Operate {

    private final Surroundings around;
    private Calls calls;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORM",
            description = "table for people, json for the service's own answer, byte by byte. Default: table")
    private Screen.Output output = Screen.Output.TABLE;

    @Spec
    private CommandSpec spec;

    Operate(Surroundings around) {
        this.around = around;
    }

    public static void main(String... args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** @param environment as this process was given it */
    public static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Operate(new Surroundings(environment)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(Operate::misused)
                .setExecutionExceptionHandler(Operate::failed);
    }

    Calls calls() {
        if (calls == null) {
            calls = new Calls(around);
        }
        return calls;
    }

    Screen screen() {
        return new Screen(spec.commandLine().getOut(), output);
    }

    private static int misused(CommandLine.ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return Failure.MISUSED;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof Failure failure) {
            command.getErr().println(failure.getMessage());
            return failure.exitCode();
        }
        // Its words may hold anything, a token too.
        command.getErr().println("A defect: " + e.getClass().getName() + " at " + e.getStackTrace()[0]);
        return Failure.UNREACHABLE;
    }
}
