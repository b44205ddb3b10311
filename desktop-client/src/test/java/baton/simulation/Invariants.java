package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.Standing;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import baton.rules.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The protocol's promises, checked against the plainest model there is: the logs read from front
/// to back, and what people were told.
final class Invariants {
    private static final FrameCodec CODEC = new FrameCodec();

    private final Simulation simulation;

    Invariants(Simulation simulation) {
        this.simulation = simulation;
    }

    /// Whether every device says that it has everything and the outboxes are empty. It says so;
    /// whether it is so is checked next.
    boolean isQuiet() {
        return simulation.devices().stream()
                .allMatch(device ->
                        device.store().outbox.isEmpty()
                                && device.store().localReads.isEmpty()
                                && device.store().localDrafts.isEmpty()
                                && device.standing().filter(this::isCurrent).isPresent()
                                && hasAllRegisters(device));
    }

    private boolean isCurrent(Standing standing) {
        return standing.phase() instanceof Standing.Phase.Online
                && standing.work().stretch() == Standing.Stretch.IDLE
                && standing.pendingIn() == 0
                && standing.pendingOut() == 0;
    }

    private boolean hasAllRegisters(SimDevice device) {
        return registersOf(device).equals(truth(device.identity().account()));
    }

    /// The registers that stand still when nobody does anything.
    private Map<String, Register> truth(AccountId account) {
        Map<String, Register> all = new TreeMap<>(simulation.relay().registers(account));
        all.keySet().removeIf(key -> key.startsWith("device/"));
        return all;
    }

    private static Map<String, Register> registersOf(SimDevice device) {
        Map<String, Register> all = new TreeMap<>();
        for (Revised value : device.store().registers.values()) {
            if (!(value.register() instanceof Register.Device)) {
                all.put(value.register().key(), value.register());
            }
        }
        return all;
    }

    void check() {
        Map<ConversationId, List<Event>> logs = new TreeMap<>();
        for (ConversationId conversation : Simulation.CONVERSATIONS) {
            logs.put(conversation, log(conversation));
        }
        logs.values().forEach(Invariants::logIsWhole);
        logs.values().forEach(Invariants::sendersAreInOrder);
        whatWasStoredIsThereOnce(logs);
        for (SimDevice device : simulation.devices()) {
            String who = device.identity().device().value();
            assertEquals(Map.of(), device.store().outbox, who + " has an outbox");
            assertEquals(Map.of(), device.store().localReads, who + " has read marks to tell");
            assertEquals(Map.of(), device.store().localDrafts, who + " has drafts to tell");
            assertTrue(device.troubles().isEmpty(), who + " had " + device.troubles());
            sameRegisters(device, who);
            logs.forEach((conversation, log) -> holdsWhatItMaySee(device, conversation, log));
            noDraftIsLost(device);
            assertTrue(
                    device.standing().filter(this::isCurrent).isPresent(),
                    who + " is not current: " + device.standing());
        }
        assertTrue(isQuiet(), "not quiet at the end of calm");
    }

    private void sameRegisters(SimDevice device, String who) {
        Map<String, Register> held = registersOf(device);
        Map<String, Register> truth = truth(device.identity().account());
        assertEquals(truth.keySet(), held.keySet(), who);
        truth.forEach((key, register) -> assertEquals(register, held.get(key), who));
    }

    private List<Event> log(ConversationId conversation) {
        List<Event> events = new ArrayList<>();
        for (StoredEvent stored : simulation.relay().log(conversation)) {
            try {
                events.add(CODEC.decodeStored(stored));
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
            assertTrue(LogDigest.continues(digest, event), "digest at " + event.seq());
            digest = event.digest();
        }
    }

    private static void sendersAreInOrder(List<Event> log) {
        Map<String, Long> last = new HashMap<>();
        for (Event event : log) {
            Long before = last.put(event.device().value(), event.clientSeq());
            assertTrue(before == null || before < event.clientSeq(), "order of " + event);
        }
    }

    private void whatWasStoredIsThereOnce(Map<ConversationId, List<Event>> logs) {
        Map<MessageId, Long> times = new HashMap<>();
        logs.values().forEach(log -> log.forEach(event -> times.merge(event.id(), 1L, Long::sum)));
        times.forEach((id, number) -> assertEquals(1L, number, "twice in the logs: " + id));
        for (Simulation.Sent sent : simulation.ledger()) {
            assertTrue(times.containsKey(sent.id()), "lost: " + sent);
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
        TreeMap<Long, Event> held = new TreeMap<>();
        held.putAll(device.store().events.getOrDefault(conversation, new TreeMap<>()));
        String who = device.identity().device() + " in " + conversation;
        assertEquals(visible, List.copyOf(held.values()), who);
        Span whole = new Span(floor, log.size(), known.floorCount(), log.getLast().count());
        assertEquals(new SpanSet(List.of(whole)), device.store().spans.get(conversation), who);
        unreadIsARecount(device, conversation, log);
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
                    boolean stood = simulation.relay().stood(device.identity().account(), text);
                    assertTrue(text.isEmpty() || isKept || stood, "lost what was typed: " + text);
                });
    }
}
