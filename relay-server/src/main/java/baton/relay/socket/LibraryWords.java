package baton.relay.socket;

import baton.model.Allowed;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the libraries say of connections that went wrong within them: one line each, without the
/// way that led there, since any caller can make them say it as often as it likes.
@Allowed("the libraries log like this, and are held back where they do")
final class LibraryWords {
    /// Held, because a logger that nobody holds forgets its filter.
    private static final List<Logger> TALKERS =
            Stream.of(
                            "org.glassfish.grizzly.filterchain.DefaultFilterChain",
                            "org.glassfish.tyrus.core.TyrusWebSocketEngine")
                    .map(Logger::getLogger)
                    .toList();

    private LibraryWords() {}

    static void shorten() {
        TALKERS.forEach(talker -> talker.setFilter(LibraryWords::shortened));
    }

    private static boolean shortened(LogRecord line) {
        @Nullable Throwable fault = line.getThrown();
        if (fault != null) {
            line.setMessage(line.getMessage() + ": " + fault);
            line.setParameters(new Object[0]);
            line.setThrown(null);
        }
        return true;
    }
}
