package baton.trials.faults;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What one device's person wrote down, in a file that nothing else touches: each act before the
/// device was asked, and again what the device said. Every line is on the disk before anything else
/// happens. One thread at a time.
///
/// Of what has no answer (marks, drafts, pins) the ledger says that it is promised once the same
/// run of the device has promised something that was asked later: a device does one thing after the
/// other. Where it had to reject something meanwhile, since its disk was full, nobody knows.
final class ActLedger implements AutoCloseable {
    private static final String RUN = "run";
    private static final String ROUND = "round ";
    private static final String INTENDED = "+";
    private static final String PROMISED = "=";
    private static final String REJECTED = "-";

    private final FileChannel file;

    private ActLedger(FileChannel file) {
        this.file = file;
    }

    /// Opens it for one more run of the device.
    static ActLedger append(Path path) {
        try {
            ActLedger ledger = new ActLedger(FileChannel.open(path, CREATE, APPEND));
            // What was cut off in the middle of a line stays a line of its own.
            ledger.line("\n" + RUN);
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void round(long round) {
        line(ROUND + round);
    }

    void intend(long number, Act act) {
        line(INTENDED + " " + number + " " + act.words());
    }

    void promise(long number) {
        line(PROMISED + " " + number);
    }

    void reject(long number, String code) {
        line(REJECTED + " " + number + " " + code);
    }

    private void line(String words) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that is written in a ledger; nothing if there is none.
    static List<Entry> read(Path path) {
        try {
            return Files.exists(path) ? new Reading().all(Files.readAllLines(path)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes through a ledger from its beginning.
    private static final class Reading {
        private final NavigableMap<Long, Entry> entries = new TreeMap<>();
        private final List<Long> unanswered = new ArrayList<>();
        private boolean isInDoubt;
        private long round;

        List<Entry> all(List<String> lines) {
            lines.forEach(this::line);
            return List.copyOf(entries.values());
        }

        private void line(String line) {
            if (line.startsWith(ROUND)) {
                round = Long.parseLong(line.substring(ROUND.length()));
            } else if (line.equals(RUN)) {
                unanswered.clear();
                isInDoubt = false;
            } else if (!line.isEmpty()) {
                act(line.split(" ", 3));
            }
        }

        private void act(String[] words) {
            long number = Long.parseLong(words[1]);
            switch (words[0]) {
                case INTENDED -> {
                    Act act = Act.parse(words[2]);
                    entries.put(number, new Entry(number, round, act, Entry.Fate.INTENDED));
                    if (!act.isEvent() && !isInDoubt) {
                        unanswered.add(number);
                    }
                }
                case PROMISED -> {
                    decide(number, Entry.Fate.PROMISED);
                    unanswered.forEach(earlier -> decide(earlier, Entry.Fate.PROMISED));
                    unanswered.clear();
                    isInDoubt = false;
                }
                case REJECTED -> {
                    decide(number, Entry.Fate.REJECTED);
                    unanswered.clear();
                    isInDoubt = true;
                }
                default -> throw new IllegalArgumentException(String.join(" ", words));
            }
        }

        private void decide(long number, Entry.Fate fate) {
            entries.computeIfPresent(
                    number, (same, old) -> new Entry(number, old.round(), old.act(), fate));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
