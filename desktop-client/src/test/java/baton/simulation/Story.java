package baton.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// Who listens to what happens in a run, line by line.
interface Story {
    Story UNHEARD =
            new Story() {
                @Override
                public Depth depth() {
                    return Depth.NOTHING;
                }

                @Override
                public void line(long elapsed, String what) {}
            };

    /// How much is told.
    enum Depth {
        NOTHING,
        EVENTS,
        FRAMES
    }

    Depth depth();

    /// @param elapsed milliseconds since the run began
    void line(long elapsed, String what);

    /// A story as lines of text, each with its time.
    record Told(Depth depth, Consumer<String> lines) implements Story {
        @Override
        public void line(long elapsed, String what) {
            long seconds = elapsed / 1_000;
            lines.accept(
                    String.format(
                            Locale.ROOT,
                            "%02d:%02d.%03d %s",
                            seconds / 60,
                            seconds % 60,
                            elapsed % 1_000,
                            what));
        }
    }

    /// A running hash of all that happens, down to the frames: equal for equal runs.
    final class Hash implements Story {
        private final CRC32C hash = new CRC32C();

        @Override
        public Depth depth() {
            return Depth.FRAMES;
        }

        @Override
        public void line(long elapsed, String what) {
            hash.update((elapsed + " " + what).getBytes(StandardCharsets.UTF_8));
        }

        long value() {
            return hash.getValue();
        }
    }
}
