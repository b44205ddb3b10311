package baton.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Keeps the log silent while faults are simulated by the thousand, each of which it would report.
final class Silence implements BeforeAllCallback, AfterAllCallback {
    private static final List<String> LOUD = List.of("baton.relay", "baton.desktop.runtime");

    private final Map<String, Level> levels = new HashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        for (String name : LOUD) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                levels.put(name, logger.getEffectiveLevel());
                logger.setLevel(Level.OFF);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        levels.forEach((name, level) -> {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(level);
            }
        });
    }
}
