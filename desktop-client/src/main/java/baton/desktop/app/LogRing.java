package baton.desktop.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.CyclicBufferAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest lines of this run's log, in memory: what a report about a trouble can show. Nothing
/// of it is on the disk, so that nothing of it is left there either. Any thread.
final class LogRing {
    private static final int LINES = 1_000;
    private static final String PATTERN =
            "%d{ISO8601,UTC} %-5level [%thread] %logger{0}: %msg%n%ex";
    private static final LogRing OF_THIS_RUN = start();

    private final CyclicBufferAppender<ILoggingEvent> ring;
    private final PatternLayout layout;

    private LogRing(CyclicBufferAppender<ILoggingEvent> ring, PatternLayout layout) {
        this.ring = ring;
        this.layout = layout;
    }

    /// That of this process: it listens from the first time somebody asks for it.
    static LogRing ofThisRun() {
        return OF_THIS_RUN;
    }

    private static LogRing start() {
        CyclicBufferAppender<ILoggingEvent> ring = new CyclicBufferAppender<>();
        ring.setMaxSize(LINES);
        PatternLayout layout = new PatternLayout();
        layout.setPattern(PATTERN);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            ring.setContext(context);
            layout.setContext(context);
            ring.start();
            layout.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(ring);
        }
        return new LogRing(ring, layout);
    }

    /// Oldest first.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ring.getLength(); i++) {
            lines.add(layout.doLayout(ring.get(i)).stripTrailing());
        }
        return lines;
    }
}
