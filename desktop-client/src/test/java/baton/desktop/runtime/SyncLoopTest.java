package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.net.Connection;
import baton.desktop.net.ConnectionListener;
import baton.desktop.net.Connector;
import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.runtime.Intents.Outgoing;
import baton.desktop.store.Identity;
import baton.model.AccountId;
import baton.model.Allowed;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.simulation.MemoryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The loop on its real threads, with a connection in memory.
@Allowed("makes the threads that wiring makes in the program")
final class SyncLoopTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId NOTES = ConversationId.notes(ANA);
    private static final int PATIENCE_SECONDS = 10;
    private static final ServerFrame WELCOME =
            new ServerFrame.Welcome(ANA, new DeviceId("ana1"), "Ana", Instant.EPOCH, 2, 0);

    private final BlockingQueue<ClientFrame> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Hint> hints = new LinkedBlockingQueue<>();
    private final BlockingQueue<ConnectionListener> opened = new LinkedBlockingQueue<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final SyncLoop loop =
            new SyncLoop(
                    new MemoryStore(),
                    new Cable(),
                    new Identity("localhost", ANA, "Ana", new DeviceId("ana1"), "desk"),
                    new SyncLoop.Surroundings(
                            new SteadyClock(InstantSource.system(), System::nanoTime),
                            InstantSource.system(),
                            timer,
                            new SplittableRandom(1)));
    private final Thread thread = new Thread(loop, "sync");

    private final class Cable implements Connector {
        @Override
        public Connection open(ConnectionListener listener) {
            listener.opened();
            listener.received(WELCOME);
            opened.add(listener);
            return new Connection() {
                @Override
                public boolean send(ClientFrame frame) {
                    return sent.add(frame);
                }

                @Override
                public void close() {}
            };
        }
    }

    @BeforeEach
    void start() {
        loop.hints().listen(hints::add);
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        timer.shutdownNow();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T head = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (head == null) {
            throw new AssertionError("nothing came");
        }
        return head;
    }

    private <T> T nextOf(BlockingQueue<? super T> queue, Class<T> kind)
            throws InterruptedException {
        Object each = next(queue);
        while (!kind.isInstance(each)) {
            each = next(queue);
        }
        return kind.cast(each);
    }

    @Test
    void messageIsStoredSentAndHinted() throws InterruptedException {
        loop.send(NOTES, new Outgoing("hello", 0), outcomes::add);
        assertEquals(new Outcome.Stored(), next(outcomes));
        assertEquals(1, nextOf(sent, ClientFrame.Send.class).clientSeq());
        assertEquals(new Hint.Outbox(NOTES), nextOf(hints, Hint.Outbox.class));
    }

    @Test
    void whatTheRelayWouldRefuseIsRefusedHere() throws InterruptedException {
        loop.send(NOTES, new Outgoing(" ", 0), outcomes::add);
        assertEquals(new Outcome.Rejected("empty-message"), next(outcomes));
        loop.send(NOTES, new Outgoing("x".repeat(Limits.TEXT_CHARS_MAX + 1), 0), outcomes::add);
        assertEquals(new Outcome.Rejected("text-too-long"), next(outcomes));
    }

    @Test
    void groupIsCreatedWithItsCreatorInIt() throws InterruptedException {
        ConversationId group =
                loop.createGroup("title", List.of(new AccountId("ben")), outcomes::add);
        assertEquals(ConversationId.Kind.GROUP, group.kind());
        ClientFrame.Send send = nextOf(sent, ClientFrame.Send.class);
        assertTrue(send.body().toString().contains("members=[ana, ben]"), send.toString());
    }

    @Test
    void lostConnectionIsOpenedAgainByItself() throws InterruptedException {
        awaitLink(SyncStatus.Link.Online.class);
        next(opened).closed("relay-unreachable", 0);
        awaitLink(SyncStatus.Link.Offline.class);
        awaitLink(SyncStatus.Link.Online.class);
    }

    private void awaitLink(Class<? extends SyncStatus.Link> kind) throws InterruptedException {
        Hint.Status status = nextOf(hints, Hint.Status.class);
        while (!kind.isInstance(status.status().link())) {
            status = nextOf(hints, Hint.Status.class);
        }
    }
}
