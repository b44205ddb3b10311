package baton.simulation;

import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Turn;
import baton.desktop.store.Store;
import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Rank;
import baton.simulation.Habits.Habit;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// What people do on their devices while things go wrong, two devices of one account at once among
/// it.
final class People {
    /// Of so many things, this many are done in every run, and so many more for each habit.
    private static final int USUAL = 10;

    private static final int UNUSUAL = 6;

    private final Simulation simulation;
    private final World world;
    private final SplittableRandom random;
    private final Words words;
    private final Rooms rooms;
    private final Switches switches;
    private int said;

    People(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.random = world.random().split();
        this.words = new Words(simulation, this, random);
        this.rooms = new Rooms(simulation, this, random);
        this.switches = new Switches(simulation, this, random);
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
        List<Habit> habits = simulation.habits().all();
        int drawn = random.nextInt(USUAL + UNUSUAL * habits.size());
        if (drawn < USUAL) {
            actAsUsual(device, conversation, drawn);
        } else {
            act(device, conversation, habits.get((drawn - USUAL) / UNUSUAL));
        }
    }

    private void actAsUsual(SimDevice device, ConversationId conversation, int drawn) {
        switch (drawn) {
            case 0, 1, 2, 3 -> say(device, conversation);
            case 4 ->
                    talk(
                            device,
                            conversation,
                            random.nextInt(simulation.plan().pace().burstMax()) + 1);
            case 5 -> markRead(device, conversation);
            case 6 -> markUnread(device, conversation);
            case 7, 8 -> type(device, conversation);
            default -> look(device, conversation);
        }
    }

    private void act(SimDevice device, ConversationId conversation, Habit habit) {
        switch (habit) {
            case CHANGING -> words.change(device, conversation);
            case NAMING -> words.name(device, conversation);
            case GUARDING -> rooms.guard(device, conversation);
            case CLAIMING -> rooms.claim(device, conversation);
            case SETTING -> switches.set(device, conversation);
            case MOVING -> rooms.move(device, conversation);
            case TENDING -> switches.tend(device);
        }
    }

    static boolean isIn(SimDevice device, ConversationId conversation) {
        return conversation.namedMembers().contains(device.identity().account())
                || device.store().info(conversation).filter(info -> !info.left()).isPresent();
    }

    private void say(SimDevice device, ConversationId conversation) {
        compose(device, conversation, new EventBody.Message(text("message")));
    }

    /// Says so many things at once.
    void talk(SimDevice device, ConversationId conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            say(device, conversation);
        }
    }

    /// A text that nobody has written before, and that is part of no other.
    String text(String kind) {
        said++;
        return kind + " " + said + ".";
    }

    void compose(SimDevice device, ConversationId conversation, EventBody body) {
        if (body instanceof EventBody.Message) {
            device.supersedes(conversation);
        }
        said++;
        MessageId id = MessageId.of(said, random.nextLong(), random.nextLong());
        long newest = device.store().newest(conversation);
        long seen = random.nextInt(3) == 0 ? random.nextLong(newest + 1) : newest;
        long claim = random.nextBoolean() ? rooms.claimOf(device, conversation) : 0;
        simulation.relay().witness().chronicle().meant(id, body, seen, claim);
        Supplier<String> what = () -> Witness.words(body) + " for " + conversation;
        world.tell(() -> device + " sends " + what.get());
        ask(
                device,
                store ->
                        new SyncInput.Compose(
                                conversation,
                                id,
                                body,
                                seen,
                                store.tallyAt(conversation, seen),
                                claim),
                () -> {
                    world.tell(() -> device + " has stored " + what.get());
                    simulation.happened().count(What.MESSAGES);
                    simulation
                            .sent()
                            .add(new Simulation.Sent(device.identity().device(), conversation, id));
                });
    }

    /// @param stored runs when the device says that it is on its disk
    static void ask(SimDevice device, Function<Store, SyncInput> input, Runnable stored) {
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

    private void markRead(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(device.store().newest(conversation) + 1);
        world.tell(() -> device + " reads " + conversation + " up to " + seq);
        ask(
                device,
                store ->
                        new SyncInput.MarkRead(conversation, seq, store.tallyAt(conversation, seq)),
                () -> noteRead(device, conversation));
    }

    private void markUnread(SimDevice device, ConversationId conversation) {
        long seq = random.nextLong(device.store().newest(conversation) + 1);
        world.tell(() -> device + " marks " + conversation + " unread from " + seq + " on");
        ask(
                device,
                store ->
                        new SyncInput.MarkUnread(
                                conversation, seq, store.tallyAt(conversation, seq - 1)),
                () -> noteRead(device, conversation));
    }

    void noteRead(SimDevice device, ConversationId conversation) {
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
        long newest = device.store().newest(conversation);
        switch (random.nextInt(4)) {
            case 0 -> device.input(new SyncInput.View(conversation));
            case 1 -> device.input(new SyncInput.Fill(conversation, 1, Math.max(1, newest / 2)));
            case 2 -> fetchHistory(device, random.nextBoolean());
            default -> device.input(new SyncInput.ConnectNow());
        }
    }

    private void fetchHistory(SimDevice device, boolean on) {
        world.tell(() -> device + (on ? " fetches" : " does not fetch") + " old history by itself");
        simulation.happened().count(What.PAUSES, on ? 0 : 1);
        device.input(new SyncInput.FetchHistory(on));
    }

    /// Nobody leaves history where it is for ever.
    void rest() {
        simulation.devices().forEach(device -> fetchHistory(device, true));
    }
}
