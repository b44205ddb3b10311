package baton.simulation;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Turn;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.simulation.Happened.What;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What people do about what the relay refused: they look at it and send it again, or drop it. What
/// they dropped is the only thing that may be missing in the end.
final class Failures {
    private static final int LOOKS_APART = 20;

    private final Simulation simulation;
    private final World world;
    private final SplittableRandom random;
    private final Set<MessageId> givenUp = new HashSet<>();
    private final Set<MessageId> dropped = new HashSet<>();
    private final Map<String, Long> lookedAt = new TreeMap<>();

    Failures(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.random = world.random().split();
    }

    /// Whether somebody decided not to send this any more.
    boolean isGivenUp(MessageId id) {
        return givenUp.contains(id);
    }

    /// A person looks at what a device could not send.
    void look(SimDevice device) {
        List<OutboxRow> failed =
                device.store().outbox.values().stream()
                        .filter(row ->
                                row.state() instanceof OutboxRow.State.Failed state
                                        && !isCleanedUpByItself(state))
                        .toList();
        long last = lookedAt.getOrDefault(device.toString(), -1L);
        if (!failed.isEmpty() && device.isUp() && last + LOOKS_APART < world.elapsed()) {
            lookedAt.put(device.toString(), world.elapsed());
            failed.forEach(row -> decide(device, row));
        }
    }

    /// After a store lost its tail a device may send again what is in the log so far back that the
    /// relay forgot it. It says so until the event comes and takes the row away.
    private boolean isCleanedUpByItself(OutboxRow.State.Failed failed) {
        return simulation.plan().losses().hasLostTails() && failed.code().equals("unexpected");
    }

    private void decide(SimDevice device, OutboxRow row) {
        String code = ((OutboxRow.State.Failed) row.state()).code();
        mustBeTrue(device, row, code);
        boolean mayHelp =
                code.equals(Refusal.STALE_REPLY.code()) || code.equals(Refusal.CLAIM_LOST.code());
        simulation.happened().count(What.REFUSALS);
        simulation.trims().noteIfTrimmed(row.conversation(), row.body());
        if (mayHelp && random.nextBoolean()) {
            long seen = device.store().newest(row.conversation());
            world.tell(() -> device + " sends " + Witness.words(row.body()) + " once more");
            simulation.relay().witness().chronicle().meantStill(row.id(), seen);
            device.input(new SyncInput.Retry(row.conversation(), row.clientSeq(), seen));
        } else {
            drop(device, row);
        }
    }

    private void drop(SimDevice device, OutboxRow row) {
        ConversationId conversation = row.conversation();
        world.tell(() -> device + " drops " + Witness.words(row.body()));
        givenUp.add(row.id());
        device.entry(
                new Turn.Entry(
                        store -> List.of(new SyncInput.Discard(conversation, row.clientSeq())),
                        new Outcome.Stored(),
                        outcome -> {
                            if (outcome instanceof Outcome.Stored) {
                                dropped.add(row.id());
                            }
                        }));
    }

    /// Nobody is told of a refusal that never was, nor of one that was dealt with.
    private void mustBeTrue(SimDevice device, OutboxRow row, String code) {
        boolean wasRefused =
                simulation
                        .relay()
                        .witness()
                        .chronicle()
                        .refusalsOf(row.conversation(), device.identity().device(), row.clientSeq())
                        .stream()
                        .map(Refusal::code)
                        .anyMatch(code::equals);
        if (!wasRefused || dropped.contains(row.id())) {
            throw new AssertionError(
                    "%s is told %s of \"%s\" %s"
                            .formatted(
                                    device,
                                    code,
                                    row.body().kind(),
                                    wasRefused ? "twice" : "for no reason"));
        }
    }
}
