package baton.relay.socket;

import baton.model.Refusal;
import baton.protocol.FrameCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything on the relay's port that is no WebSocket: health and accounts. The selectors read
/// each request to its end, so that a slow caller holds no thread, and hand it to a virtual thread;
/// [#AT_ONCE_MAX] run at a time, the others are turned away. One request per connection, so that a
/// connection without WebSocket can be cut by its age alone.
final class HttpRequests extends HttpHandler {
    static final int BODY_BYTES_MAX = 8 * 1024;
    static final int AT_ONCE_MAX = 64;

    private static final String METRICS = "/v1/metrics";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);

    private final AccountRequests accounts;
    private final Readiness readiness;
    private final OpenSockets sockets;
    private final FrameCodec codec;
    private final Executor threads;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    /// An answer that is no JSON.
    record Text(String text) {}

    /// The answer of `/livez`: the process runs.
    record Live(boolean live) {}

    /// The answer of `/readyz`.
    record Ready(boolean ready, List<String> reasons) {}

    /// @param threads one virtual thread per task
    HttpRequests(
            AccountRequests accounts,
            Readiness readiness,
            OpenSockets sockets,
            FrameCodec codec,
            Executor threads) {
        this.accounts = accounts;
        this.readiness = readiness;
        this.sockets = sockets;
        this.codec = codec;
        this.threads = threads;
    }

    @Override
    public void service(Request request, Response response) {
        response.suspend();
        NIOInputStream input = request.getNIOInputStream();
        new BodyReader(
                        input,
                        BODY_BYTES_MAX,
                        body -> hand(request, response, body),
                        fault -> {
                            LOG.debug("the caller went away", fault);
                            response.resume();
                        })
                .begin();
    }

    /// @param body complete; empty if it was too long
    private void hand(Request request, Response response, Optional<String> body) {
        if (!places.tryAcquire()) {
            finish(response, Reply.problem(Refusal.RELAY_UNAVAILABLE));
            return;
        }
        threads.execute(() -> {
            try {
                finish(response, replyTo(request, body));
            } finally {
                places.release();
            }
        });
    }

    private Reply replyTo(Request request, Optional<String> body) {
        try {
            return body.isEmpty()
                    ? Reply.problem(413, Refusal.FRAME_MALFORMED)
                    : answer(request, body.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.problem(Refusal.RELAY_STOPPING);
        } catch (IOException | RuntimeException e) {
            LOG.error("a request failed", e);
            return Reply.problem(500, Refusal.RELAY_UNAVAILABLE);
        }
    }

    private Reply answer(Request request, String body) throws IOException, InterruptedException {
        String path = request.getRequestURI();
        boolean isRead = request.getMethod().getMethodString().equals("GET");
        if (isRead && path.equals("/livez")) {
            return Reply.of(200, new Live(true));
        }
        if (isRead && path.equals("/readyz")) {
            return ready();
        }
        if (isRead && path.equals(METRICS) && isOfThisMachine(request)) {
            return Reply.of(200, new Text(readiness.metrics()));
        }
        return accounts.answer(asked(request, path, body));
    }

    private static boolean isOfThisMachine(Request request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private Reply ready() {
        List<String> reasons =
                sockets.isDraining()
                        ? List.of("The relay is stopping.")
                        : readiness.reasonsAgainst();
        return Reply.of(reasons.isEmpty() ? 200 : 503, new Ready(reasons.isEmpty(), reasons));
    }

    private static AccountRequests.Asked asked(Request request, String path, String body)
            throws IOException {
        String authorization = request.getHeader(Header.Authorization);
        return new AccountRequests.Asked(
                request.getMethod().getMethodString(),
                path,
                authorization == null ? "" : authorization,
                InetAddress.getByName(request.getRemoteAddr()),
                body);
    }

    private void finish(Response response, Reply reply) {
        try {
            write(response, reply);
        } catch (IOException e) {
            LOG.debug("the caller went away", e);
        } finally {
            response.resume();
        }
    }

    private void write(Response response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        response.setHeader(Header.Connection, "close");
        response.setHeader(Header.CacheControl, "no-store");
        if (reply.body().isEmpty()) {
            return;
        }
        boolean isText = reply.body().get() instanceof Text;
        byte[] bytes = textOf(reply.body().get()).getBytes(StandardCharsets.UTF_8);
        response.setContentType(isText ? PROMETHEUS : "application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String textOf(Record body) {
        return body instanceof Text text ? text.text() : codec.encodeApi(body);
    }
}
