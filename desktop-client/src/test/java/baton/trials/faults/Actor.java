package baton.trials.faults;

import baton.desktop.app.DesktopConfig;
import baton.desktop.runtime.Intents;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.StoreException;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.endtoend.Changes;
import baton.endtoend.HeadlessDevice;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.SettingNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The person at one device: does what the seed says, one thing after the other, and writes down
/// each in the ledger before the device is asked. Goes on where the ledger ends. One thread; only
/// [#isSettled] is for any.
final class Actor implements AutoCloseable {
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int RECENT = 30;
    private static final int OUTBOX_MAX = 200;
    private static final int TEXT_MAX = 160;
    private static final long ANSWER_SECONDS = 120;
    private static final Duration START_AGAIN = Duration.ofMillis(500);
    private static final Duration AWAY_MAX = Duration.ofSeconds(12);

    private final DesktopConfig config;
    private final Part part;
    private final InstantSource clock;
    private final ActLedger ledger;
    private final List<Entry> done;
    private volatile HeadlessDevice device;
    private volatile boolean isAway;
    private long last;

    /// What one device is to do.
    ///
    /// @param conversations where it talks; the first one is for drafts alone
    /// @param pace from one act to the next, on average
    record Part(String profile, List<ConversationId> conversations, long seed, Duration pace) {
        Part {
            conversations = List.copyOf(conversations);
        }
    }

    /// @param clock of its machine
    Actor(Path folder, Path ledgers, Part part, InstantSource clock) {
        this.config = new DesktopConfig(folder, part.profile());
        this.part = part;
        this.clock = clock;
        Path file = ledgers.resolve(part.profile());
        this.done = ActLedger.read(file);
        this.last = done.isEmpty() ? 0 : done.getLast().number();
        this.ledger = ActLedger.append(file);
        this.device = open();
    }

    /// Starts it again and again while its disk is full, as a person does who is told so.
    private HeadlessDevice open() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (true) {
            try {
                return HeadlessDevice.open(config, new Changes(Changes.PATIENCE), clock);
            } catch (StoreException e) {
                boolean isFull = e.code().equals(StoreException.DISK_FULL);
                if (!isFull || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(START_AGAIN.toNanos());
            }
        }
    }

    /// Does what is left of a round.
    ///
    /// @param acts of the round in all
    void play(long round, long acts) {
        long before = done.stream().filter(entry -> entry.round() == round).count();
        ledger.round(round);
        for (long i = before; i < acts; i++) {
            step();
        }
        // Whatever was asked before is on the disk when this one is.
        tell(new Act.Send(part.conversations().get(1), text(last + 1)));
    }

    private void step() {
        long number = last + 1;
        SplittableRandom random =
                new SplittableRandom(
                        new SplittableRandom(part.seed() ^ ((long) part.profile().hashCode() << 32))
                                        .nextLong()
                                + number * MIX);
        LockSupport.parkNanos(random.nextLong(2 * part.pace().toNanos() + 1));
        int drawn = random.nextInt(1_000);
        if (drawn < 4) {
            goAway(Duration.ofMillis(random.nextLong(AWAY_MAX.toMillis())));
        }
        ConversationId where =
                part.conversations().get(random.nextInt(1, part.conversations().size()));
        Act act = drawn < 690 ? send(where, number, random) : other(where, number, random);
        boolean isCrowded = act.isEvent() && device.reader().outbox().size() > OUTBOX_MAX;
        tell(isCrowded ? new Act.Read(where, device.newest(where)) : act);
    }

    private void goAway(Duration time) {
        isAway = true;
        device.close();
        LockSupport.parkNanos(time.toNanos());
        device = open();
        isAway = false;
    }

    private Act send(ConversationId where, long number, SplittableRandom random) {
        return new Act.Send(where, text(number) + " " + "x".repeat(random.nextInt(TEXT_MAX)));
    }

    private String text(long number) {
        return part.profile() + "." + number;
    }

    private Act other(ConversationId where, long number, SplittableRandom random) {
        int drawn = random.nextInt(100);
        long newest = device.newest(where);
        if (drawn < 18) {
            return ownMessage(where, random)
                    .<Act>map(event -> new Act.Edit(where, event.id(), text(number)))
                    .orElseGet(() -> send(where, number, random));
        } else if (drawn < 26) {
            return ownMessage(where, random)
                    .<Act>map(event -> new Act.Recall(where, event.id(), textOf(event)))
                    .orElseGet(() -> send(where, number, random));
        } else if (drawn < 66) {
            return new Act.Read(where, newest);
        } else if (drawn < 76) {
            return new Act.Unread(where, Math.max(1, newest - random.nextInt(RECENT)));
        } else if (drawn < 90) {
            return new Act.Draft(part.conversations().getFirst(), text(number));
        }
        return new Act.Pin(where, random.nextBoolean());
    }

    private java.util.Optional<Event> ownMessage(ConversationId where, SplittableRandom random) {
        List<Event> own =
                device.reader().timelineUpTo(where, Long.MAX_VALUE, RECENT).rows().stream()
                        .filter(row -> row instanceof TimelineRow.Entry entry && entry.own())
                        .map(row -> ((TimelineRow.Entry) row).event())
                        .filter(event -> event.body() instanceof EventBody.Message)
                        .toList();
        return own.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(own.get(random.nextInt(own.size())));
    }

    private static String textOf(Event event) {
        return ((EventBody.Message) event.body()).text();
    }

    private void tell(Act act) {
        last++;
        ledger.intend(last, act);
        Intents intents = device.runtime().intents();
        switch (act) {
            case Act.Send(var where, var text) ->
                    answered(done ->
                            intents.send(
                                    where, new Intents.Outgoing(text, device.newest(where)), done));
            case Act.Edit(var where, var message, var text) ->
                    answered(done ->
                            intents.edit(where, target(where, message), text, List.of(), done));
            case Act.Recall(var where, var message, _) ->
                    answered(done -> intents.recall(where, target(where, message), done));
            case Act.Read(var where, var seq) -> intents.markRead(where, seq);
            case Act.Unread(var where, var seq) -> intents.markUnread(where, seq);
            case Act.Draft(var where, var text) -> intents.saveDraft(where, text);
            case Act.Pin(var where, var on) ->
                    intents.set(SettingNames.PINNED, where.value(), on ? "on" : "");
        }
    }

    private baton.model.Target target(ConversationId where, baton.model.MessageId message) {
        return device.reader().timelineUpTo(where, Long.MAX_VALUE, 4 * RECENT).rows().stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .map(row -> ((TimelineRow.Entry) row).event())
                .filter(event -> event.id().equals(message))
                .map(Event::asTarget)
                .findFirst()
                .orElse(new baton.model.Target(1, message));
    }

    private void answered(Consumer<Consumer<Intents.Outcome>> ask) {
        BlockingQueue<Intents.Outcome> answers = new ArrayBlockingQueue<>(1);
        ask.accept(answers::add);
        try {
            Intents.Outcome answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            switch (answer) {
                case Intents.Outcome.Stored stored -> ledger.promise(last);
                case Intents.Outcome.Rejected(String code) -> ledger.reject(last, code);
                case null ->
                        throw new AssertionError(
                                "no word about act " + last + " for " + ANSWER_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// Whether the device says that it holds everything, and everything of its own has arrived or
    /// was refused.
    boolean isSettled() {
        if (isAway) {
            return false;
        }
        SyncStatus status = device.runtime().hints().status();
        return status.isCurrent()
                && device.reader().outbox().stream().allMatch(row -> row.tick() == Tick.FAILED);
    }

    /// Does not wait for the next try.
    void connectNow() {
        if (!isAway) {
            device.runtime().intents().connectNow();
        }
    }

    @Override
    public void close() {
        device.close();
        ledger.close();
    }
}
