package baton.relay.socket;

import baton.model.Limits;
import baton.protocol.FrameCodec;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a WebSocket becomes a [DeviceSocket]. One instance serves all sockets; called by the
/// gate's threads when a socket opens, and by selectors afterwards. Public only because the library
/// calls it by reflection.
public final class RelayEndpoint extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RelayEndpoint.class);
    private static final String SOCKET = "baton.socket";

    /// UTF-8 needs up to three bytes for one char.
    static final int FRAME_BYTES_MAX = Limits.CLIENT_FRAME_CHARS_MAX * 3;

    private final Switchboard switchboard;
    private final OpenSockets sockets;
    private final FrameCodec codec;
    private final Executor threads;

    /// @param threads one virtual thread per task, for frames that their sessions have no room for
    RelayEndpoint(
            Switchboard switchboard, OpenSockets sockets, FrameCodec codec, Executor threads) {
        this.switchboard = switchboard;
        this.sockets = sockets;
        this.codec = codec;
        this.threads = threads;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Admitted admitted = Admitted.NOW.get();
        session.setMaxTextMessageBufferSize(Limits.CLIENT_FRAME_CHARS_MAX);
        session.setMaxIdleTimeout(0);
        FrameWriter writer = new FrameWriter(session);
        Connected connected = switchboard.connect(admitted.identity(), writer);
        DeviceSocket socket =
                new DeviceSocket(
                        admitted,
                        writer,
                        new Intake(connected, admitted.connection(), threads),
                        codec);
        session.getUserProperties().put(SOCKET, socket);
        sockets.opened(socket);
        FrameGuard.watch(socket, FRAME_BYTES_MAX);
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) socket::onText);
        session.addMessageHandler(
                ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) bytes -> socket.onBinary());
        LOG.debug(
                "{} of {} connected", admitted.identity().device(), admitted.identity().account());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (session.getUserProperties().get(SOCKET) instanceof DeviceSocket socket) {
            sockets.closed(socket);
            socket.onClose();
            LOG.debug(
                    "{} of {} disconnected ({})",
                    socket.admitted().identity().device(),
                    socket.admitted().identity().account(),
                    reason.getCloseCode().getCode());
        }
    }

    @Override
    public void onError(Session session, Throwable fault) {
        LOG.debug("a socket failed", fault);
    }
}
