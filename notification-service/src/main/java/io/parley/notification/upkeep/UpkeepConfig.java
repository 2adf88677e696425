package io.parley.notification.upkeep;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things are kept, and how often they are looked at. */
@ConfigMapping(prefix = "parley.upkeep")
interface UpkeepConfig {

    /** Longer than the topic keeps an event, so that a replay finds its mark. */
    @WithDefault("30d")
    Duration keepInbox();

    /** Of messages that have ended; the audit reaches as far back. */
    @WithDefault("400d")
    Duration keepMessages();

    /** What of a contact is left in messages that have ended; the messages themselves are kept longer. */
    @WithDefault("30d")
    Duration keepContacts();

    @WithDefault("30d")
    Duration keepDeadLetters();

    @WithDefault("2d")
    Duration keepBudgets();

    @WithDefault("5m")
    Duration purgeEvery();

    @WithDefault("10s")
    Duration measureEvery();
}
