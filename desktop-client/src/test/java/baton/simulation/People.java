package baton.simulation;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Turn;
import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// What people do on their devices while things go wrong, two devices of one account at once among
/// it.
final class People {
    private static final Duration ACT_EVERY = Duration.ofMillis(250);
    private static final int BURST_MAX = 45;

    private final Simulation simulation;
    private final SplittableRandom random;
    private int said;

    People(Simulation simulation) {
        this.simulation = simulation;
        this.random = simulation.world().random().split();
    }

    void begin() {
        SimDevice founder = simulation.devices().getFirst();
        compose(
                founder,
                Simulation.GROUP,
                new EventBody.Created("group", List.of(Simulation.ANA, Simulation.BEN)));
        simulation.world().after(simulation.world().between(1_000, 15_000), () -> invite(founder));
        simulation.often(ACT_EVERY, this::act);
    }

    /// Unless the founder died before the group was on its disk.
    private void invite(SimDevice founder) {
        if (isIn(founder, Simulation.GROUP)) {
            compose(founder, Simulation.GROUP, new EventBody.Invited(Simulation.CLEO));
        }
    }

    private void act() {
        SimDevice device = simulation.anyDevice();
        ConversationId conversation = simulation.pick(Simulation.CONVERSATIONS);
        if (!isIn(device, conversation)) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> say(device, conversation);
            case 4 -> {
                for (int i = random.nextInt(BURST_MAX); i > 0; i--) {
                    say(device, conversation);
                }
            }
            case 5 -> markRead(device, conversation);
            case 6 -> markUnread(device, conversation);
            case 7, 8 -> type(device, conversation);
            default -> look(device, conversation);
        }
    }

    private static boolean isIn(SimDevice device, ConversationId conversation) {
        return conversation.namedMembers().contains(device.identity().account())
                || device.store().registers.containsKey("info/" + conversation);
    }

    private void say(SimDevice device, ConversationId conversation) {
        said++;
        compose(device, conversation, new EventBody.Message("message " + said));
    }

    private void compose(SimDevice device, ConversationId conversation, EventBody body) {
        device.supersedes(conversation);
        MessageId id = MessageId.of(said, random.nextLong(), random.nextLong());
        long seen = random.nextLong(newest(device, conversation) + 1);
        device.entry(
                new Turn.Entry(
                        store ->
                                List.of(
                                        new SyncInput.Compose(
                                                conversation,
                                                id,
                                                body,
                                                seen,
                                                store.tallyAt(conversation, seen),
                                                0)),
                        new Outcome.Stored(),
                        outcome -> told(device, conversation, id, outcome)));
    }

    private void told(
            SimDevice device, ConversationId conversation, MessageId id, Outcome outcome) {
        if (outcome instanceof Outcome.Stored) {
            simulation.sent(new Simulation.Sent(device.identity().device(), conversation, id));
        }
    }

    private static long newest(SimDevice device, ConversationId conversation) {
        Revised head = device.store().registers.get("head/" + conversation);
        return head != null && head.register() instanceof Register.Head known ? known.seq() : 0;
    }

    private void markRead(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(newest(device, conversation) + 1);
        device.entry(
                new Turn.Entry(
                        store ->
                                List.of(
                                        new SyncInput.MarkRead(
                                                conversation,
                                                seq,
                                                store.tallyAt(conversation, seq))),
                        new Outcome.Stored(),
                        outcome -> {}));
    }

    private void markUnread(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(newest(device, conversation) + 1);
        device.entry(
                new Turn.Entry(
                        store ->
                                List.of(
                                        new SyncInput.MarkUnread(
                                                conversation,
                                                seq,
                                                store.tallyAt(conversation, seq - 1))),
                        new Outcome.Stored(),
                        outcome -> {}));
    }

    private void type(SimDevice device, ConversationId conversation) {
        said++;
        String text = random.nextInt(5) == 0 ? "" : "draft " + said;
        device.supersedes(conversation);
        int before = device.superseded(conversation);
        device.entry(
                new Turn.Entry(
                        store -> List.of(new SyncInput.SaveDraft(conversation, text)),
                        new Outcome.Stored(),
                        outcome -> {
                            boolean isLast = before == device.superseded(conversation);
                            if (outcome instanceof Outcome.Stored && isLast) {
                                device.typed(conversation, text);
                            }
                        }));
    }

    private void look(SimDevice device, ConversationId conversation) {
        long newest = newest(device, conversation);
        switch (random.nextInt(3)) {
            case 0 -> device.input(new SyncInput.View(conversation));
            case 1 -> device.input(new SyncInput.Fill(conversation, 1, Math.max(1, newest / 2)));
            default -> device.input(new SyncInput.ConnectNow());
        }
    }
}
