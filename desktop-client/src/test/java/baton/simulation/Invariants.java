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
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The protocol's promises, checked against the plainest model there is: the logs read from front
/// to back, and what people were told.
final class Invariants {
    private final Simulation simulation;
    private final LostGroup lost;

    Invariants(Simulation simulation) {
        this.simulation = simulation;
        this.lost = new LostGroup(simulation);
    }

    /// Whether every device says that it has everything, the outboxes are empty, and nothing waits
    /// for the sweeper. They say so; whether it is so is checked next.
    boolean isQuiet() {
        for (SimDevice device : simulation.devices()) {
            if (!unfinished(device).isNothing() || !isCurrent(device)) {
                return false;
            }
        }
        return !simulation.relay().isAsked()
                && simulation.devices().stream().noneMatch(Invariants::isBehind)
                && simulation.cast().conversations().stream().allMatch(this::isTold)
                && simulation.devices().stream().allMatch(this::hasAllRegisters);
    }

    private boolean isTold(ConversationId conversation) {
        return simulation.relay().hasAnnounced(conversation)
                || new ForgottenLog(simulation).is(conversation);
    }

    private Unfinished unfinished(SimDevice device) {
        return new Unfinished(device, lost);
    }

    private static boolean isBehind(SimDevice device) {
        return device.link().filter(SimLink::isBehind).isPresent();
    }

    private boolean isCurrent(SimDevice device) {
        return device.standing().filter(standing -> isCurrent(device, standing)).isPresent();
    }

    private boolean isCurrent(SimDevice device, Standing standing) {
        boolean waitsInVain =
                device.store().outbox.values().stream()
                        .anyMatch(row -> lost.isTo(device, row.conversation()));
        return standing.phase() instanceof Standing.Phase.Online
                && device.store().epoch == simulation.relay().epoch()
                && standing.work().stretch() == Standing.Stretch.IDLE
                && standing.pendingIn() == 0
                && (standing.pendingOut() == 0 || waitsInVain);
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
        logs.forEach(this::logIsWhole);
        logs.forEach(this::sendersAreInOrder);
        whatWasStoredIsThereOnce(logs);
        Map<ConversationId, Reading> readings = readings();
        for (SimDevice device : simulation.devices()) {
            String who = device.identity().device().value();
            assertEquals(Set.of(), troubles(device), () -> who + " had troubles");
            assertTrue(!isBehind(device), () -> who + " is still behind");
            nothingWaits(device, who);
            noDraftIsLost(device);
            sameRegisters(device, who);
            readings.values().forEach(reading -> reading.check(device));
            assertTrue(isCurrent(device), () -> who + " is not current: " + device.standing());
        }
        if (lost.is(Cast.GROUP) && simulation.cast().has(Cast.GROUP)) {
            simulation.happened().count(Happened.What.LOST_GROUPS);
        }
        simulation.read().forEach(this::readNeverMovesBack);
        new LastWords(simulation).check();
        assertTrue(isQuiet(), "not quiet at the end of calm");
    }

    /// What each conversation has come to.
    Map<ConversationId, Reading> readings() {
        Map<ConversationId, Reading> readings = new TreeMap<>();
        for (ConversationId conversation : simulation.cast().conversations()) {
            readings.put(conversation, Reading.of(simulation, conversation, log(conversation)));
        }
        return readings;
    }

    /// A group that the store lost is a trouble, whether it came back later or not.
    private Set<String> troubles(SimDevice device) {
        Set<String> troubles = new TreeSet<>(device.troubles());
        if (simulation.plan().losses().hasLostTails()) {
            troubles.remove("group-lost");
        }
        return troubles;
    }

    private void nothingWaits(SimDevice device, String who) {
        Unfinished left = unfinished(device);
        MemoryStore store = device.store();
        assertEquals(List.of(), left.toSend(), () -> who + " has an outbox");
        assertEquals(Set.of(), left.marksToTell(), () -> who + " has read marks to tell");
        assertEquals(Set.of(), left.draftsToTell(), () -> who + " has drafts to tell");
        assertEquals(Map.of(), store.localSettings, () -> who + " has settings to tell");
        assertEquals(Set.of(), left.toGiveBack(), () -> who + " has events aside");
    }

    /// What was read stays read, unless somebody marks it unread later. Nobody can be told how far
    /// a group was read that is gone for good, and nobody has read beyond a leaving that came back
    /// before what it had seen.
    private void readNeverMovesBack(Simulation.HasRead read) {
        boolean isGone = simulation.isGoing(read.device().identity().device());
        if (isGone || lost.is(read.conversation())) {
            return;
        }
        AccountId account = read.device().identity().account();
        Register stands = simulation.relay().registers(account).get("read/" + read.conversation());
        long end = lastVisible(read.conversation(), account);
        Rank mark = new Rank(read.mark().major(), Math.min(read.mark().minor(), end));
        boolean isKept =
                stands == null
                        ? mark.equals(new Rank(0, 0))
                        : stands.rank().orElseThrow().compareTo(mark) >= 0;
        assertTrue(isKept, () -> "read moved back: " + read + ", now " + stands);
    }

    private long lastVisible(ConversationId conversation, AccountId account) {
        PlainReading plain =
                PlainReading.of(
                        conversation,
                        simulation.relay().witness().chronicle().of(conversation, Long.MAX_VALUE));
        return plain.members().contains(account) || plain.firstVisible(account).isEmpty()
                ? Long.MAX_VALUE
                : plain.lastVisible(account);
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

    private void logIsWhole(ConversationId conversation, List<Event> log) {
        Trims.Floor floor = simulation.trims().floor(conversation);
        long digest = floor.digest();
        long count = floor.count();
        for (int i = 0; i < log.size(); i++) {
            Event event = log.get(i);
            count += event.body().isCountable() ? 1 : 0;
            assertEquals(floor.seq() + i, event.seq());
            assertEquals(count, event.count());
            assertTrue(LogDigest.continues(digest, event), () -> "digest at " + event.seq());
            digest = event.digest();
        }
    }

    /// Except where successors were given back that had waited in vain for what came before them.
    private void sendersAreInOrder(ConversationId conversation, List<Event> log) {
        Set<MessageId> offered =
                said(conversation, log.isEmpty() ? 0 : log.getLast().seq())
                        .filter(Chronicle.Entry::isOffered)
                        .map(Chronicle.Entry::id)
                        .collect(Collectors.toSet());
        Map<String, Event> last = new HashMap<>();
        for (Event event : log) {
            Event before = last.getOrDefault(event.device().value(), event);
            boolean isNext = before.equals(event) || before.clientSeq() < event.clientSeq();
            boolean isLate =
                    before.clientSeq() > event.clientSeq()
                            && (offered.contains(event.id()) || offered.contains(before.id()));
            assertTrue(isNext || isLate, () -> "order of " + event);
            if (isNext) {
                last.put(event.device().value(), event);
            }
        }
    }

    private void whatWasStoredIsThereOnce(Map<ConversationId, List<Event>> logs) {
        Map<MessageId, Long> times = new HashMap<>();
        logs.values().forEach(log -> log.forEach(event -> times.merge(event.id(), 1L, Long::sum)));
        logs.keySet()
                .forEach(conversation ->
                        said(conversation, simulation.trims().floor(conversation).seq() - 1)
                                .forEach(gone -> times.merge(gone.id(), 1L, Long::sum)));
        times.forEach((id, number) -> assertEquals(1L, number, () -> "twice in the logs: " + id));
        for (Simulation.Sent sent : simulation.sent()) {
            boolean mayBeMissing =
                    simulation.failures().isGivenUp(sent.id())
                            || simulation.isGoing(sent.device())
                            || lost.is(sent.conversation())
                            || waitsOutside(sent)
                            || isLostAndRecalled(sent)
                            || isLostAndOld(sent);
            assertTrue(mayBeMissing || times.containsKey(sent.id()), () -> "lost: " + sent);
        }
    }

    /// Whoever the store forgot to be in a group keeps what it said until it is invited again.
    private boolean waitsOutside(Simulation.Sent sent) {
        return simulation.devices().stream()
                .filter(device -> device.identity().device().equals(sent.device()))
                .filter(device -> lost.isTo(device, sent.conversation()))
                .flatMap(device -> device.store().outbox.values().stream())
                .anyMatch(row -> row.id().equals(sent.id()));
    }

    private boolean isLostAndRecalled(Simulation.Sent sent) {
        return simulation.plan().losses().hasLostTails()
                && simulation.relay().witness().chronicle().wasRecalled(sent.id());
    }

    private boolean isLostAndOld(Simulation.Sent sent) {
        return simulation.plan().losses().hasLostTails()
                && simulation
                        .relay()
                        .witness()
                        .chronicle()
                        .storedAt(sent.id())
                        .filter(at -> simulation.trims().isOlderThanGone(sent.conversation(), at))
                        .isPresent();
    }

    private Stream<Chronicle.Entry> said(ConversationId conversation, long upTo) {
        return simulation.relay().witness().chronicle().of(conversation, upTo).stream();
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
                            text.isEmpty()
                                    || isKept
                                    || stood
                                    || isWaiting(device, conversation, text),
                            () -> "lost what was typed: " + text);
                });
    }

    private static boolean isWaiting(SimDevice device, ConversationId conversation, String text) {
        return Optional.ofNullable(device.store().localDrafts.get(conversation))
                .filter(draft -> draft.text().equals(text))
                .isPresent();
    }
}
