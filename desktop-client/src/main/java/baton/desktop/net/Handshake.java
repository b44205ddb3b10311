package baton.desktop.net;

import baton.model.Limits;
import baton.protocol.ProtocolVersion;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;

/// How a socket is opened: on the Grizzly container, because sending on the JDK's may block for
/// ever.
record Handshake(URI uri, String token, Duration answerWithin) {
    /// A char takes at most three bytes of UTF-8; the rest is the frame's own header.
    private static final int INCOMING_BYTES_MAX = 3 * Limits.SERVER_FRAME_CHARS_MAX + 64;

    /// Blocks until the endpoint is open or cannot be opened.
    void open(Endpoint endpoint) throws DeploymentException, IOException {
        ClientManager client = ClientManager.createClient(GrizzlyClientContainer.class.getName());
        Map<String, Object> properties = client.getProperties();
        properties.put(
                ClientProperties.HANDSHAKE_TIMEOUT, Math.toIntExact(answerWithin.toMillis()));
        properties.put(ClientProperties.INCOMING_BUFFER_SIZE, INCOMING_BYTES_MAX);
        ClientEndpointConfig config =
                ClientEndpointConfig.Builder.create().configurator(new Headers(token)).build();
        client.connectToServer(endpoint, config, uri);
    }

    /// Prints no token.
    @Override
    public String toString() {
        return "Handshake[" + uri + "]";
    }

    private static final class Headers extends ClientEndpointConfig.Configurator {
        private final String token;

        Headers(String token) {
            this.token = token;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            // An origin says that a web page asks; relays refuse pages. Tyrus names one of its own.
            headers.remove("Origin");
            headers.put("Authorization", List.of("Bearer " + token));
            headers.put(ProtocolVersion.HEADER, List.of(Integer.toString(ProtocolVersion.CURRENT)));
        }
    }
}
