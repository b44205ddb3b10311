package baton.relay.app;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A device without a socket: says frames to its session and keeps what it is told.
final class Desk {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    final AccountId account;
    final DeviceId device;
    final DeviceSession session;
    final List<ServerFrame> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger closedWith = new AtomicInteger();
    private final BlockingQueue<ServerFrame> news = new LinkedBlockingQueue<>();

    Desk(Sessions sessions, String account, String device) {
        this.account = new AccountId(account);
        this.device = new DeviceId(device);
        this.session =
                sessions.open(
                        new Identity(this.account, this.device, account, device, "linux"),
                        new Recorder());
    }

    private final class Recorder implements FrameSink {
        @Override
        public boolean offer(String frame) {
            try {
                ServerFrame decoded = CODEC.decodeServer(frame);
                heard.add(decoded);
                return news.add(decoded);
            } catch (MalformedFrameException e) {
                throw new IllegalStateException("the relay sent no frame", e);
            }
        }

        @Override
        public void close(int code, String reason) {
            closedWith.set(code);
        }
    }

    Desk say(ClientFrame frame) {
        if (!session.offer(frame)) {
            throw new AssertionError("the inbox is full");
        }
        return this;
    }

    Desk send(ConversationId conversation, long clientSeq, EventBody body) {
        MessageId id = MessageId.of(clientSeq, clientSeq, conversation.hashCode());
        return say(new ClientFrame.Send(conversation, clientSeq, id, 0, 0, body));
    }

    /// Waits for the next frame of a type that is as wanted; others are passed over.
    <T extends ServerFrame> T hears(Class<T> type, Predicate<T> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ServerFrame frame = news.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError(
                        device + " heard no such " + type.getSimpleName() + " but " + heard);
            }
            if (type.isInstance(frame) && wanted.test(type.cast(frame))) {
                return type.cast(frame);
            }
        }
    }

    <T extends ServerFrame> T hears(Class<T> type) throws InterruptedException {
        return hears(type, any -> true);
    }
}
