package baton.endtoend;

import baton.desktop.app.ClockedDevice;
import baton.desktop.app.DesktopConfig;
import baton.desktop.app.DeviceRuntime;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.AccountEntry.Credentials;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.Intents;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/// A whole device without a window, used as its person would: profile, SQLite, loop and socket are
/// the real ones. Answers come from its own SQLite. One thread.
public final class HeadlessDevice implements AutoCloseable {
    private static final int PAGE = 500;
    private static final long STORE_SECONDS = 20;
    private static final int UNSTORED_MAX = 256;

    private final DesktopConfig config;
    private final DeviceRuntime runtime;
    private final Changes changes;
    private final List<Pin> pins = new ArrayList<>();

    private HeadlessDevice(DesktopConfig config, Changes changes, DeviceRuntime runtime) {
        this.config = config;
        this.changes = changes;
        this.runtime = runtime;
        if (runtime.isSignedIn()) {
            listen();
        }
    }

    /// @param changes is told of every hint
    public static HeadlessDevice open(DesktopConfig config, Changes changes) {
        return new HeadlessDevice(config, changes, DeviceRuntime.open(config));
    }

    /// The same on a machine whose clock somebody else sets.
    public static HeadlessDevice open(DesktopConfig config, Changes changes, InstantSource wall) {
        return new HeadlessDevice(config, changes, ClockedDevice.open(config, wall));
    }

    private void listen() {
        pins.add(runtime.hints().listen(hint -> changes.report()));
    }

    public AccountEntry.Result signUp(Credentials credentials) {
        return entered(
                runtime.entry()
                        .signUp(credentials, "Dr " + credentials.handle(), config.profile()));
    }

    public AccountEntry.Result signIn(Credentials credentials) {
        return entered(runtime.entry().signIn(credentials, config.profile()));
    }

    AccountEntry.Result link(DeviceLink link) {
        return entered(runtime.entry().link(link.relay(), link.code(), config.profile()));
    }

    private AccountEntry.Result entered(AccountEntry.Result result) {
        if (result instanceof AccountEntry.Result.Entered) {
            listen();
        }
        return result;
    }

    DesktopConfig config() {
        return config;
    }

    public DeviceRuntime runtime() {
        return runtime;
    }

    public StoreReader reader() {
        return runtime.reader();
    }

    public AccountId account() {
        return runtime.me().account();
    }

    /// Sends and waits until the message is on this device's disk.
    Intents.Outcome trySend(ConversationId conversation, String text) {
        BlockingQueue<Intents.Outcome> outcome = new ArrayBlockingQueue<>(1);
        runtime.intents()
                .send(conversation, new Intents.Outgoing(text, newest(conversation)), outcome::add);
        try {
            Intents.Outcome answer = outcome.poll(STORE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("no word about a message for " + STORE_SECONDS + " s");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while sending", e);
        }
    }

    /// @throws AssertionError if it was rejected
    public void send(ConversationId conversation, String text) {
        Intents.Outcome outcome = trySend(conversation, text);
        if (outcome instanceof Intents.Outcome.Rejected rejected) {
            throw new AssertionError("rejected: " + rejected.code());
        }
    }

    /// Sends so many messages, as fast as they get on this device's disk, and does not wait for
    /// anybody else.
    public void sendMany(int messages, IntFunction<ConversationId> conversation) {
        Semaphore unstored = new Semaphore(UNSTORED_MAX);
        for (int i = 0; i < messages; i++) {
            unstored.acquireUninterruptibly();
            runtime.intents()
                    .send(
                            conversation.apply(i),
                            new Intents.Outgoing("message " + i + " of " + messages, 0),
                            outcome -> unstored.release());
        }
    }

    /// Newest seq that this device holds; 0 for none.
    public long newest(ConversationId conversation) {
        return newest(conversation, Event::seq);
    }

    /// How many messages the log has up to there.
    public long count(ConversationId conversation) {
        return newest(conversation, Event::count);
    }

    private long newest(ConversationId conversation, ToLongFunction<Event> figure) {
        return reader().timelineUpTo(conversation, Long.MAX_VALUE, 1).rows().stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .mapToLong(row -> figure.applyAsLong(((TimelineRow.Entry) row).event()))
                .max()
                .orElse(0);
    }

    /// All that this device holds of a conversation, in order.
    List<Event> history(ConversationId conversation) {
        List<Event> events = new ArrayList<>();
        long from = 1;
        boolean atEnd = false;
        while (!atEnd) {
            TimelinePage page = reader().timelineFrom(conversation, from, PAGE);
            for (TimelineRow row : page.rows()) {
                switch (row) {
                    case TimelineRow.Entry entry -> {
                        events.add(entry.event());
                        from = entry.event().seq() + 1;
                    }
                    case TimelineRow.Gap gap -> from = gap.hole().to() + 1;
                    case TimelineRow.Pending pending -> {}
                }
            }
            atEnd = page.reachesEnd();
        }
        return events;
    }

    /// The messages among them.
    List<String> texts(ConversationId conversation) {
        return history(conversation).stream()
                .map(Event::body)
                .filter(EventBody.Message.class::isInstance)
                .map(body -> ((EventBody.Message) body).text())
                .toList();
    }

    /// The badge; 0 if there is no such conversation.
    public long unread(ConversationId conversation) {
        return reader().conversation(conversation).map(ConversationRow::unread).orElse(0L);
    }

    /// Whether it holds everything it knows of, and everything of its own has arrived.
    public boolean isSettled() {
        SyncStatus status = runtime.hints().status();
        return status.isCurrent() && status.pendingOut() == 0 && reader().outbox().isEmpty();
    }

    @Override
    public void close() {
        pins.forEach(Pin::close);
        runtime.close();
    }
}
