package baton.simulation;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Turn;
import baton.desktop.store.Store;
import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// What people do on their devices while things go wrong, two devices of one account at once among
/// it.
final class People {
    private final Simulation simulation;
    private final World world;
    private final SplittableRandom random;
    private int said;

    People(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.random = world.random().split();
    }

    void begin() {
        if (simulation.cast().has(Cast.GROUP)) {
            SimDevice founder = simulation.devices().getFirst();
            compose(
                    founder,
                    Cast.GROUP,
                    new EventBody.Created("group", List.of(Cast.ANA, Cast.BEN)));
            world.after(
                    world.between(200, simulation.plan().pace().length()),
                    () -> {
                        // Unless the founder died before the group was on its disk.
                        if (isIn(founder, Cast.GROUP)) {
                            compose(founder, Cast.GROUP, new EventBody.Invited(Cast.CLEO));
                        }
                    });
        }
    }

    void act() {
        SimDevice device = simulation.anyDevice();
        ConversationId conversation = simulation.pick(simulation.cast().conversations());
        if (!isIn(device, conversation)) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> say(device, conversation);
            case 4 -> {
                for (int i = random.nextInt(simulation.plan().pace().burstMax()) + 1; i > 0; i--) {
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
        Supplier<String> what = () -> Witness.words(body) + " for " + conversation;
        world.tell(() -> device + " sends " + what.get());
        ask(
                device,
                store ->
                        new SyncInput.Compose(
                                conversation, id, body, seen, store.tallyAt(conversation, seen), 0),
                () -> {
                    world.tell(() -> device + " has stored " + what.get());
                    simulation.happened().count(What.MESSAGES);
                    simulation
                            .sent()
                            .add(new Simulation.Sent(device.identity().device(), conversation, id));
                });
    }

    /// @param stored runs when the device says that it is on its disk
    private static void ask(SimDevice device, Function<Store, SyncInput> input, Runnable stored) {
        device.entry(
                new Turn.Entry(
                        store -> List.of(input.apply(store)),
                        new Outcome.Stored(),
                        outcome -> {
                            if (outcome instanceof Outcome.Stored) {
                                stored.run();
                            }
                        }));
    }

    private static long newest(SimDevice device, ConversationId conversation) {
        Revised head = device.store().registers.get("head/" + conversation);
        return head != null && head.register() instanceof Register.Head known ? known.seq() : 0;
    }

    private void markRead(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(newest(device, conversation) + 1);
        world.tell(() -> device + " reads " + conversation + " up to " + seq);
        ask(
                device,
                store ->
                        new SyncInput.MarkRead(conversation, seq, store.tallyAt(conversation, seq)),
                () -> noteRead(device, conversation));
    }

    private void markUnread(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(newest(device, conversation) + 1);
        world.tell(() -> device + " marks " + conversation + " unread from " + seq + " on");
        ask(
                device,
                store ->
                        new SyncInput.MarkUnread(
                                conversation, seq, store.tallyAt(conversation, seq - 1)),
                () -> noteRead(device, conversation));
    }

    private void noteRead(SimDevice device, ConversationId conversation) {
        Rank mark = device.store().readMark(conversation);
        simulation.happened().count(What.READS);
        simulation.read().add(new Simulation.HasRead(device, conversation, mark));
    }

    private void type(SimDevice device, ConversationId conversation) {
        said++;
        String text = random.nextInt(5) == 0 ? "" : "draft " + said;
        device.supersedes(conversation);
        int before = device.superseded(conversation);
        world.tell(() -> device + " types in " + conversation + ": " + Witness.quoted(text));
        ask(
                device,
                store -> new SyncInput.SaveDraft(conversation, text),
                () -> {
                    simulation.happened().count(What.DRAFTS);
                    if (before == device.superseded(conversation)) {
                        device.typed(conversation, text);
                    }
                });
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
