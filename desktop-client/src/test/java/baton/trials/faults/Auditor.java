package baton.trials.faults;

import baton.model.ConversationId;
import baton.model.Event;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Reads logs from a relay over a bare socket, as a device of a member that stores nothing. One
/// thread.
final class Auditor implements AutoCloseable {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private Auditor(URI relay, String token) {
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header(ProtocolVersion.HEADER, Integer.toString(ProtocolVersion.CURRENT))
                        .buildAsync(relay.resolve(ProtocolVersion.PATH), new Listening())
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
    }

    /// @param relay of one node, around all faults
    static Auditor connect(String relay, String token) {
        return new Auditor(URI.create(relay), token);
    }

    private final class Listening implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(data);
        }
    }

    /// All that the relay still has of a conversation, by seq.
    ///
    /// @throws AssertionError if it does not answer
    List<Event> log(ConversationId conversation) {
        List<List<Event>> pages = new ArrayList<>();
        long to = Long.MAX_VALUE;
        while (to > 0) {
            ServerFrame.Page page = page(conversation, to);
            pages.add(page.events());
            to = page.events().isEmpty() ? 0 : page.events().getFirst().seq() - 1;
        }
        return pages.reversed().stream().flatMap(List::stream).toList();
    }

    private ServerFrame.Page page(ConversationId conversation, long to) {
        String asked = CODEC.encode(new ClientFrame.Fetch(conversation, 1, to));
        socket.sendText(asked, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        while (true) {
            switch (next()) {
                case ServerFrame.Page page
                        when !page.push() && page.conversation().equals(conversation) -> {
                    return page;
                }
                case ServerFrame.Fault fault ->
                        throw new AssertionError(conversation + ": " + fault.code());
                case ServerFrame.Bye bye -> throw new AssertionError(bye.code());
                default -> {}
            }
        }
    }

    private ServerFrame next() {
        try {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("the relay does not answer");
            }
            return CODEC.decodeServer(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (MalformedFrameException e) {
            throw new AssertionError("the relay said what is no frame", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
