package baton.desktop.net;

import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket from dialling to its end.
///
/// 1. A virtual thread of its own dials, then writes frames one after the other. It is the only one
///    that sends, so a relay that does not read blocks nobody else.
/// 2. The socket's threads decode and tell the listener. A listener that blocks stops the reading,
///    and TCP tells the relay.
/// 3. Whoever finds the connection at its end says why; the first reason stands. A second virtual
///    thread then tells the listener and lets go of the socket. Calls never overlap, so it waits
///    for one that runs, and so it must not be the thread that such a call may be waiting for.
final class RelayConnection implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(RelayConnection.class);

    /// Frames that may wait for the writer. A device with more to say has lost its relay.
    private static final int QUEUE_MAX = 8_192;

    private final ConnectionListener listener;
    private final Executor threads;
    private final FutureTask<Boolean> writer;
    private final FrameCodec codec = new FrameCodec();
    private final BlockingQueue<ClientFrame> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final AtomicReference<State> state = new AtomicReference<>(new State.Dialling());
    private final ReentrantLock calls = new ReentrantLock();

    /// How far it has come.
    private sealed interface State {
        record Dialling() implements State {}

        record Open(Session session) implements State {}

        record Ended() implements State {}
    }

    RelayConnection(Handshake handshake, ConnectionListener listener, Executor threads) {
        this.listener = listener;
        this.threads = threads;
        this.writer = new FutureTask<>(() -> dialAndWrite(handshake), true);
    }

    void start() {
        threads.execute(writer);
    }

    private void dialAndWrite(Handshake handshake) {
        try {
            handshake.open(new Ends());
            while (state.get() instanceof State.Open open) {
                ClientFrame frame = queue.take();
                String text = codec.encode(frame);
                open.session().getBasicRemote().sendText(text);
                listener.wrote(frame, text.length());
            }
        } catch (DeploymentException e) {
            LOG.debug("No connection to {}", handshake.uri(), e);
            String fault = handshake.keyFault().orElseGet(() -> Faults.ofHandshake(e));
            end(Faults.end(Faults.through(handshake.proxy().isPresent(), fault)));
        } catch (IOException e) {
            LOG.debug("Connection to {} broke", handshake.uri(), e);
            end(Faults.end(handshake.keyFault().orElseGet(() -> Faults.of(e))));
        } catch (RuntimeException e) {
            // Tyrus has several unchecked ones for a socket that was closed beneath a send.
            LOG.debug("Sending to {} failed", handshake.uri(), e);
        } catch (InterruptedException e) {
            LOG.debug("Writing was ended", e);
        } finally {
            end(new ServerFrame.Bye(Faults.UNREACHABLE, 0));
        }
    }

    @Override
    public boolean send(ClientFrame frame) {
        if (!(state.get() instanceof State.Open)) {
            return false;
        }
        boolean isTaken = queue.offer(frame);
        if (!isTaken) {
            close();
        }
        return isTaken;
    }

    @Override
    public void close() {
        end(new ServerFrame.Bye(Faults.UNREACHABLE, 0));
    }

    private void end(ServerFrame.Bye why) {
        State last = state.getAndSet(new State.Ended());
        if (!(last instanceof State.Ended)) {
            threads.execute(() -> tell(why, last));
        }
    }

    private void tell(ServerFrame.Bye why, State last) {
        writer.cancel(true);
        calls.lock();
        try {
            listener.closed(why.code(), why.retryAfterMillis());
        } finally {
            calls.unlock();
        }
        if (last instanceof State.Open(Session session)) {
            letGo(session);
        }
    }

    private static void letGo(Session session) {
        try {
            session.close();
        } catch (IOException e) {
            LOG.debug("The socket was gone already", e);
        }
    }

    /// What the socket calls, on its own threads.
    private final class Ends extends Endpoint implements MessageHandler.Whole<String> {

        /// What the relay said last, as it may say why it is about to close.
        private volatile ServerFrame.Bye bye = new ServerFrame.Bye("", 0);

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            calls.lock();
            try {
                State dialling = state.get();
                if (dialling instanceof State.Dialling
                        && state.compareAndSet(dialling, new State.Open(session))) {
                    listener.opened();
                    session.addMessageHandler(this);
                } else {
                    letGo(session);
                }
            } finally {
                calls.unlock();
            }
        }

        @Override
        public void onMessage(String text) {
            try {
                hear(codec.decodeServer(text), text.length());
            } catch (MalformedFrameException e) {
                LOG.warn("The relay sent a frame that cannot be read", e);
                end(new ServerFrame.Bye(Refusal.FRAME_MALFORMED.code(), 0));
            }
        }

        private void hear(ServerFrame frame, int chars) {
            if (frame instanceof ServerFrame.Bye said) {
                bye = said;
            }
            calls.lock();
            try {
                if (state.get() instanceof State.Open) {
                    listener.read(frame, chars);
                    listener.received(frame);
                }
            } finally {
                calls.unlock();
            }
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            end(bye.code().isEmpty() ? byOf(reason) : bye);
        }

        private static ServerFrame.Bye byOf(CloseReason reason) {
            return new ServerFrame.Bye(Faults.of(reason.getCloseCode()), 0);
        }

        @Override
        public void onError(Session session, Throwable failure) {
            LOG.warn("The socket failed", failure);
            end(new ServerFrame.Bye(Faults.UNREACHABLE, 0));
        }
    }
}
