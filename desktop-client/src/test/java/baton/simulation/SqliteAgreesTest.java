package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Identity;
import baton.desktop.store.Quote;
import baton.desktop.store.TimelineRow;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.sync.Place;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.EventBody;
import baton.model.Target;
import baton.simulation.Chronicle.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Each device of a run once more on SQLite: what the engine had committed, in its order, is
/// written there, and the windows' queries must show what was said.
@ExtendWith(Silence.class)
final class SqliteAgreesTest {
    private static final int SEEDS = 60;

    /// Turns whose changes go into one transaction here, to be quick.
    private static final int TURNS = 40;

    private static final int ALL = 100_000;

    @TempDir Path folder;

    /// Remembers what it was told to keep.
    private static final class Recording extends MemoryStore {
        private final List<List<StoreChange>> commits = new ArrayList<>();

        @Override
        public void commit(List<StoreChange> changes) {
            commits.add(changes);
            super.commit(changes);
        }
    }

    @Test
    void sqliteShowsWhatWasSaid() throws IOException {
        long trimmed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation simulation = new Simulation(seed, new Recorded(), Story.UNHEARD);
            simulation.run();
            trimmed += simulation.happened().times(Happened.What.TRIMMED);
            Map<?, Reading> readings = new Invariants(simulation).readings();
            for (SimDevice device : simulation.devices()) {
                compare("seed " + seed + ", " + device, device, List.copyOf(readings.values()));
            }
        }
        assertTrue(trimmed > 0, "in some of these runs history is removed");
    }

    private static final class Recorded implements Planted {
        @Override
        public MemoryStore store() {
            return new Recording();
        }
    }

    private void compare(String who, SimDevice device, List<Reading> readings) throws IOException {
        Path place = Files.createTempDirectory(folder, "device");
        Path path = place.resolve("store.db");
        Identity identity =
                new Identity(
                        "localhost",
                        device.identity().account(),
                        device.identity().name(),
                        device.identity().device(),
                        device.identity().deviceName());
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(identity);
            write(store, ((Recording) device.store()).commits);
            plain(device.store().load())
                    .forEach((what, held) ->
                            assertEquals(held, plain(store.load()).get(what), who + ": " + what));
            try (SqliteReader reader = new SqliteReader(path, identity)) {
                for (Reading reading : readings) {
                    device.store()
                            .info(reading.conversation())
                            .flatMap(info -> reader.conversation(info.conversation()))
                            .ifPresent(row -> shows(who, device, reading, row, reader));
                    holdsNothingRecalled(who, place, reading);
                }
            }
        }
    }

    private static void write(SqliteStore store, List<List<StoreChange>> commits) {
        for (int from = 0; from < commits.size(); from += TURNS) {
            store.commit(
                    commits.subList(from, Math.min(commits.size(), from + TURNS)).stream()
                            .flatMap(List::stream)
                            .toList());
            store.fillSearch(TURNS);
        }
    }

    /// A snapshot without the order in which a store finds things.
    private static Map<String, Object> plain(StoreSnapshot snapshot) {
        return Map.of(
                "cursor", snapshot.cursor(),
                "registers", new HashSet<>(snapshot.registers()),
                "spans", snapshot.spans(),
                "edges", edges(snapshot),
                "clientSeqs", snapshot.lastClientSeq(),
                "outbox", snapshot.outbox(),
                "drafts", new HashSet<>(snapshot.local().drafts()),
                "reads", new HashSet<>(snapshot.local().reads()),
                "settings", new HashSet<>(snapshot.local().settings()));
    }

    private static Map<String, Set<Place>> edges(StoreSnapshot snapshot) {
        Map<String, Set<Place>> edges = new TreeMap<>();
        snapshot.edges()
                .forEach((conversation, places) ->
                        edges.put(conversation.value(), new HashSet<>(places)));
        return edges;
    }

    private static void shows(
            String who,
            SimDevice device,
            Reading reading,
            ConversationRow row,
            SqliteReader reader) {
        for (TimelineRow line : reader.timelineFrom(row.id(), 1, ALL).rows()) {
            if (line instanceof TimelineRow.Entry entry && entry.event().body().isCountable()) {
                Entry said = reading.plain().entries().get((int) entry.event().seq() - 1);
                String where = who + " at " + said.seq() + " of " + row.id();
                assertEquals(
                        reading.plain().shown(said, row.bounds().floor(), row.bounds().head()),
                        Reading.plainly(entry.folded()),
                        where);
                assertEquals(quoted(reading, row, said), textOf(entry.quote()), "quote, " + where);
            }
        }
        assertEquals(reading.badge(device), row.badge(), () -> "badge, " + who);
    }

    /// What of the message that somebody answers may be read.
    private static String quoted(Reading reading, ConversationRow row, Entry said) {
        boolean isGone = reading.plain().isRecalled(said);
        Target target =
                said.body() instanceof EventBody.Message message && !isGone
                        ? message.reply()
                        : Target.NONE;
        return reading.plain()
                .message(target.id())
                .filter(found -> found.seq() >= row.bounds().floor())
                .map(found ->
                        reading.plain()
                                .shown(found, row.bounds().floor(), row.bounds().head())
                                .text())
                .orElse("");
    }

    private static String textOf(Quote quote) {
        return quote instanceof Quote.Held held ? held.text() : "";
    }

    private static void holdsNothingRecalled(String who, Path place, Reading reading)
            throws IOException {
        String bytes = bytes(place);
        for (Entry entry : reading.plain().entries()) {
            boolean isGone = reading.plain().kept(entry) instanceof EventBody.Gone;
            String text =
                    switch (entry.body()) {
                        case EventBody.Message message -> message.text();
                        case EventBody.Edited edited -> edited.text();
                        default -> "";
                    };
            assertFalse(
                    isGone && bytes.contains(text),
                    () -> who + " has kept a recalled text: " + text);
        }
    }

    private static String bytes(Path place) throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}
