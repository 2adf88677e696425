package io.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** The launcher's own logs: what Kafka warns of in one file, the rest in another, nothing on the terminal. */
final class LogFiles {

    private static final int LARGEST = 10_000_000;
    /** Held, for a log manager may forget a logger that nobody holds, and its level with it. */
    private static final List<Logger> KAFKA = List.of(
            Logger.getLogger("org.apache.kafka"), Logger.getLogger("kafka"), Logger.getLogger("state.change.logger"));

    private LogFiles() {}

    static void in(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        LogManager.getLogManager().reset();
        try {
            Logger.getLogger("").addHandler(handler(folder.resolve("launcher.log")));
            FileHandler kafka = handler(folder.resolve("kafka.log"));
            for (Logger logger : KAFKA) {
                logger.setLevel(Level.WARNING);
                logger.setUseParentHandlers(false);
                logger.addHandler(kafka);
            }
        } catch (IOException e) {
            throw new CannotStart("logs cannot be written: " + e, e);
        }
    }

    /** What the services and the database write has no bound of its own: a large log begins anew, one old one stays. */
    static void rollOver(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(LogFiles::isLarge).toList()) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CannotStart("logs cannot be written: " + e, e);
        }
    }

    private static boolean isLarge(Path file) {
        return file.toString().endsWith(".log") && file.toFile().length() > LARGEST;
    }

    private static FileHandler handler(Path file) throws IOException {
        var handler = new FileHandler(file.toString(), LARGEST, 1, true);
        handler.setFormatter(new SimpleFormatter());
        return handler;
    }
}
