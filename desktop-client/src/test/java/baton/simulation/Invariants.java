package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.Standing;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.MessageId;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import baton.rules.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The protocol's promises, checked against the plainest model there is: the logs read from front
/// to back, and what people were told.
final class Invariants {
    private final Simulation simulation;

    Invariants(Simulation simulation) {
        this.simulation = simulation;
    }

    /// Whether every device says that it has everything, the outboxes are empty, and nothing waits
    /// for the sweeper. They say so; whether it is so is checked next.
    boolean isQuiet() {
        for (SimDevice device : simulation.devices()) {
            MemoryStore store = device.store();
            if (!store.outbox.isEmpty()
                    || !store.localReads.isEmpty()
                    || !store.localDrafts.isEmpty()
                    || device.standing().filter(Invariants::isCurrent).isEmpty()) {
                return false;
            }
        }
        return simulation.cast().conversations().stream().allMatch(simulation.relay()::hasAnnounced)
                && simulation.devices().stream().allMatch(this::hasAllRegisters);
    }

    private static boolean isCurrent(Standing standing) {
        return standing.phase() instanceof Standing.Phase.Online
                && standing.work().stretch() == Standing.Stretch.IDLE
                && standing.pendingIn() == 0
                && standing.pendingOut() == 0;
    }

    private boolean hasAllRegisters(SimDevice device) {
        Map<String, Register> truth = truth(device.identity().account());
        return registersOf(device).equals(truth)
                && truth.get("device/" + device) instanceof Register.Device line
                && line.equals(standsFor(device, line));
    }

    /// What the relay says of an account, as its devices should know it.
    private Map<String, Register> truth(AccountId account) {
        Map<String, Register> all = new TreeMap<>();
        simulation
                .relay()
                .registers(account)
                .forEach((key, register) -> all.put(key, lasting(register)));
        return all;
    }

    private static Map<String, Register> registersOf(SimDevice device) {
        Map<String, Register> all = new TreeMap<>();
        device.store().registers.forEach((key, value) -> all.put(key, lasting(value.register())));
        return all;
    }

    /// A register without what changes with every beat.
    private static Register lasting(Register register) {
        return register instanceof Register.Device line
                ? matrixLine(line, line.online(), line.held(), line.outgoing())
                : register;
    }

    /// The line of the device matrix that tells the truth about a device.
    private static Register standsFor(SimDevice device, Register.Device line) {
        long held =
                device.store().events.values().stream()
                        .flatMap(events -> events.values().stream())
                        .filter(event -> event.body().isCountable())
                        .count();
        return matrixLine(line, true, held, device.store().outbox.size());
    }

    private static Register matrixLine(
            Register.Device line, boolean online, long held, long outgoing) {
        return new Register.Device(
                line.device(),
                line.name(),
                line.platform(),
                0,
                0,
                online,
                held,
                outgoing,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    void check() {
        Map<ConversationId, List<Event>> logs = new TreeMap<>();
        for (ConversationId conversation : simulation.cast().conversations()) {
            logs.put(conversation, log(conversation));
        }
        logs.values().forEach(Invariants::logIsWhole);
        logs.values().forEach(Invariants::sendersAreInOrder);
        whatWasStoredIsThereOnce(logs);
        for (SimDevice device : simulation.devices()) {
            String who = device.identity().device().value();
            assertTrue(device.troubles().isEmpty(), () -> who + " had " + device.troubles());
            assertEquals(Map.of(), device.store().outbox, () -> who + " has an outbox");
            assertEquals(
                    Map.of(), device.store().localReads, () -> who + " has read marks to tell");
            assertEquals(Map.of(), device.store().localDrafts, () -> who + " has drafts to tell");
            noDraftIsLost(device);
            logs.forEach((conversation, log) -> holdsWhatItMaySee(device, conversation, log));
            sameRegisters(device, who);
            assertTrue(
                    device.standing().filter(Invariants::isCurrent).isPresent(),
                    () -> who + " is not current: " + device.standing());
        }
        simulation.read().forEach(this::readNeverMovesBack);
        assertTrue(isQuiet(), "not quiet at the end of calm");
    }

    /// What was read stays read, unless somebody marks it unread later.
    private void readNeverMovesBack(Simulation.HasRead read) {
        AccountId account = read.device().identity().account();
        Register stands = simulation.relay().registers(account).get("read/" + read.conversation());
        boolean isKept =
                stands == null
                        ? read.mark().equals(new Rank(0, 0))
                        : stands.rank().orElseThrow().compareTo(read.mark()) >= 0;
        assertTrue(isKept, () -> "read moved back: " + read + ", now " + stands);
    }

    private void sameRegisters(SimDevice device, String who) {
        Map<String, Register> held = registersOf(device);
        Map<String, Register> truth = truth(device.identity().account());
        assertEquals(truth.keySet(), held.keySet(), () -> "registers of " + who);
        truth.forEach((key, register) ->
                assertEquals(register, held.get(key), () -> "a register of " + who));
        Register line = truth.get("device/" + device);
        assertTrue(
                line instanceof Register.Device told && told.equals(standsFor(device, told)),
                () -> "device matrix about " + who + ": " + line);
    }

    private List<Event> log(ConversationId conversation) {
        List<Event> events = new ArrayList<>();
        for (StoredEvent stored : simulation.relay().log(conversation)) {
            try {
                events.add(simulation.codec().decodeStored(stored));
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        }
        return events;
    }

    private static void logIsWhole(List<Event> log) {
        long digest = LogDigest.EMPTY;
        long count = 0;
        for (int i = 0; i < log.size(); i++) {
            Event event = log.get(i);
            count += event.body().isCountable() ? 1 : 0;
            assertEquals(i + 1, event.seq());
            assertEquals(count, event.count());
            assertTrue(LogDigest.continues(digest, event), () -> "digest at " + event.seq());
            digest = event.digest();
        }
    }

    private static void sendersAreInOrder(List<Event> log) {
        Map<String, Long> last = new HashMap<>();
        for (Event event : log) {
            Long before = last.put(event.device().value(), event.clientSeq());
            assertTrue(before == null || before < event.clientSeq(), () -> "order of " + event);
        }
    }

    private void whatWasStoredIsThereOnce(Map<ConversationId, List<Event>> logs) {
        Map<MessageId, Long> times = new HashMap<>();
        logs.values().forEach(log -> log.forEach(event -> times.merge(event.id(), 1L, Long::sum)));
        times.forEach((id, number) -> assertEquals(1L, number, () -> "twice in the logs: " + id));
        for (Simulation.Sent sent : simulation.sent()) {
            assertTrue(times.containsKey(sent.id()), () -> "lost: " + sent);
        }
    }

    private void holdsWhatItMaySee(SimDevice device, ConversationId conversation, List<Event> log) {
        Revised info = device.store().registers.get("info/" + conversation);
        if (info == null) {
            assertTrue(
                    !device.store().events.containsKey(conversation),
                    "holds a log that it does not know");
            return;
        }
        Register.Info known = (Register.Info) info.register();
        int floor = (int) known.floor();
        List<Event> visible = log.subList(floor - 1, log.size());
        List<Event> held =
                List.copyOf(
                        device.store().events.getOrDefault(conversation, new TreeMap<>()).values());
        String who = "log of " + conversation + " on " + device;
        assertTrue(
                visible.equals(held),
                () -> who + ": should hold " + seqs(visible) + ", holds " + seqs(held));
        Span whole = new Span(floor, log.size(), known.floorCount(), log.getLast().count());
        assertEquals(new SpanSet(List.of(whole)), device.store().spans.get(conversation), who);
        Revised head = device.store().registers.get("head/" + conversation);
        assertTrue(
                head != null
                        && head.register() instanceof Register.Head stands
                        && stands.seq() == log.size()
                        && stands.count() == log.getLast().count()
                        && stands.digest() == log.getLast().digest(),
                () -> "head of " + conversation + " on " + device + ": " + head);
        unreadIsARecount(device, conversation, log);
    }

    private static List<Long> seqs(List<Event> events) {
        return events.stream().map(Event::seq).toList();
    }

    private void unreadIsARecount(SimDevice device, ConversationId conversation, List<Event> log) {
        Revised read = device.store().registers.get("read/" + conversation);
        Revised head = device.store().registers.get("head/" + conversation);
        if (read == null || head == null) {
            return;
        }
        Register.Read mark = (Register.Read) read.register();
        AccountId self = device.identity().account();
        long recount =
                log.stream()
                        .filter(event -> event.seq() > mark.seq())
                        .filter(event -> event.body().isCountable())
                        .filter(event -> !event.author().equals(self))
                        .count();
        assertEquals(
                recount,
                Unread.of(((Register.Head) head.register()).tally(), mark.tally()),
                "unread");
    }

    /// The last text typed in a conversation stands, stood, or was kept as a copy.
    private void noDraftIsLost(SimDevice device) {
        device.typed()
                .forEach((conversation, text) -> {
                    boolean isKept =
                            device.store().copies.stream()
                                    .anyMatch(copy -> copy.text().equals(text));
                    boolean stood =
                            simulation.relay().witness().stood(device.identity().account(), text);
                    assertTrue(
                            text.isEmpty() || isKept || stood,
                            () -> "lost what was typed: " + text);
                });
    }
}
