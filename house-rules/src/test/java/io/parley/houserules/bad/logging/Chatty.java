package io.parley.houserules.bad.logging;

import java.util.logging.Level;

class Chatty {
    Level level = Level.INFO;
}
