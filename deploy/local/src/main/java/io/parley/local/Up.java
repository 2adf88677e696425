package io.parley.local;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Starts all of Parley on this machine and stays until it is told to stop. */
public final class Up {

    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;

    private Up() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Options options = Options.parse(arguments, System.getenv(), repository());
            if (options.help()) {
                System.out.print(Options.HELP);
            } else {
                new Installation(options, new Progress(System.out)).run();
            }
            return 0;
        } catch (IllegalArgumentException wrongUsage) {
            System.err.println(wrongUsage.getMessage() + "\n\n" + Options.HELP);
            return WRONG_USAGE;
        } catch (CannotStart reason) {
            System.err.println("\n" + reason.getMessage());
            return FAILED;
        }
    }

    /** This class lies in deploy/local/target, in a jar or in a folder. */
    private static Path repository() {
        try {
            Path place = Path.of(
                    Up.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return place.resolve("../../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
