package io.parley.story.installation;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

import io.parley.local.testing.SharedMapper;

/** Starts the installation before the first story and ends it after the last; a story that fails quotes the logs. */
final class OnTheInstallation implements BeforeAllCallback, TestExecutionExceptionHandler {

    /** Of a machine that has more to do than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Override
    public void beforeAll(ExtensionContext context) {
        SharedMapper.use();
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(60));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.pollInSameThread();
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Installation.class, key -> Installation.start());
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new LastLines(Installation.running().logs().tails()));
        throw failure;
    }

    /** What the processes said last. */
    private static final class LastLines extends Exception {
        private static final long serialVersionUID = 1;

        LastLines(String lines) {
            super(lines, null, false, false);
        }
    }
}
