package baton.relay.socket;

import baton.model.Refusal;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.ProtocolVersion;
import baton.relay.admission.Admission;
import baton.relay.admission.RateLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before the WebSocket and before the requests, and turns away who may not come in: an
/// answer with its length, then the connection is closed. The library's own ways leave the
/// connection open and clients waiting. Runs on the selectors; tokens are checked on the gate's own
/// threads while the connection is suspended.
final class GateFilter extends BaseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(GateFilter.class);
    private static final Attribute<Boolean> IS_OPEN =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("baton.gate.open");
    private static final Attribute<Boolean> IS_COUNTED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("baton.gate.counted");

    private final Admission admission;
    private final RateLimits limits;
    private final OpenSockets sockets;
    private final FrameCodec codec;
    private final Executor threads;

    GateFilter(
            Admission admission,
            RateLimits limits,
            OpenSockets sockets,
            FrameCodec codec,
            Executor threads) {
        this.admission = admission;
        this.limits = limits;
        this.sockets = sockets;
        this.codec = codec;
        this.threads = threads;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        sockets.accepted(connection);
        if (limits.connected(addressOf(connection))) {
            IS_COUNTED.set(connection, true);
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        sockets.closed(connection);
        if (IS_COUNTED.isSet(connection)) {
            IS_COUNTED.remove(connection);
            limits.disconnected(addressOf(connection));
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        HttpContent content = context.getMessage();
        if (IS_OPEN.isSet(connection) || !(content.getHttpHeader() instanceof HttpRequestPacket)) {
            return context.getInvokeAction();
        }
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        if (!IS_COUNTED.isSet(connection)) {
            return reject(context, request, 429, Refusal.RATE_LIMITED);
        }
        if (admission.isForeign(text(request.getHeader("Origin")))) {
            return reject(context, request, 403, Refusal.ORIGIN_REFUSED);
        }
        String upgrade = text(request.getHeader(Header.Upgrade));
        if (upgrade.isEmpty()) {
            return context.getInvokeAction();
        }
        if (!"websocket".equalsIgnoreCase(upgrade)) {
            // The library reads no body of such a request (HTTP clients that offer h2c send them).
            return reject(context, request, 400, Refusal.FRAME_MALFORMED);
        }
        if (!ProtocolVersion.PATH.equals(request.getRequestURI())) {
            return reject(context, request, 404, Refusal.FRAME_MALFORMED);
        }
        if (sockets.isDraining()) {
            return reject(context, request, 503, Refusal.RELAY_STOPPING);
        }
        return decideElsewhere(context, request);
    }

    private NextAction decideElsewhere(FilterChainContext context, HttpRequestPacket request) {
        String version = text(request.getHeader(ProtocolVersion.HEADER));
        String authorization = text(request.getHeader(Header.Authorization));
        NextAction suspended = context.getSuspendAction();
        context.suspend();
        try {
            threads.execute(() -> decide(context, request, version, authorization));
        } catch (RejectedExecutionException e) {
            // Too many handshakes wait already. The context is suspended, so it must be resumed.
            context.resume(reject(context, request, 503, Refusal.RELAY_UNAVAILABLE));
        }
        return suspended;
    }

    private void decide(
            FilterChainContext context,
            HttpRequestPacket request,
            String version,
            String authorization) {
        try {
            switch (admission.ofHandshake(version, authorization)) {
                case Admission.Verdict.Rejected no ->
                        context.resume(reject(context, request, no.status(), no.refusal()));
                case Admission.Verdict.Admitted yes -> {
                    Connection<?> connection = context.getConnection();
                    IS_OPEN.set(connection, true);
                    int spoken = Admission.versionOf(version).orElseThrow();
                    ScopedValue.where(Admitted.NOW, new Admitted(yes.who(), spoken, connection))
                            .run(() -> context.resume(context.getInvokeAction()));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("a handshake failed", e);
            context.getConnection().terminateSilently();
            context.completeAndRecycle();
        }
    }

    private NextAction reject(
            FilterChainContext context, HttpRequestPacket request, int status, Refusal refusal) {
        byte[] body =
                codec.encodeApi(new AccountApi.Problem(refusal.code()))
                        .getBytes(StandardCharsets.UTF_8);
        HttpResponsePacket.Builder response =
                HttpResponsePacket.builder(request)
                        .status(status)
                        .reasonPhrase(refusal.code())
                        .contentType("application/json")
                        .contentLength(body.length)
                        .header(Header.Connection, "close");
        if (status == 426) {
            // No Upgrade header beside it: with one the library leaves out the length.
            response.header(
                    ProtocolVersion.RANGE_HEADER,
                    ProtocolVersion.OLDEST + "-" + ProtocolVersion.CURRENT);
        }
        HttpContent content =
                response.build()
                        .httpContentBuilder()
                        .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body))
                        .last(true)
                        .build();
        context.write(content, new Hangup(context.getConnection()));
        LOG.info("{} turned away: {}", context.getConnection().getPeerAddress(), refusal.code());
        return context.getStopAction();
    }

    /// Closes a connection once the answer is out.
    private static final class Hangup extends EmptyCompletionHandler<WriteResult> {
        private final Connection<?> connection;

        private Hangup(Connection<?> connection) {
            this.connection = connection;
        }

        @Override
        public void completed(WriteResult result) {
            connection.closeSilently();
        }

        @Override
        public void failed(Throwable throwable) {
            connection.terminateSilently();
        }
    }

    private static InetAddress addressOf(Connection<?> connection) {
        return connection.getPeerAddress() instanceof InetSocketAddress peer
                ? peer.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static String text(@org.jspecify.annotations.Nullable String header) {
        return header == null ? "" : header;
    }
}
