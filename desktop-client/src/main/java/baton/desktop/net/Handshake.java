package baton.desktop.net;

import baton.model.Limits;
import baton.protocol.ProtocolVersion;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.client.exception.DeploymentHandshakeException;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;

/// How a socket is opened: on the Grizzly container, because sending on the JDK's may block for
/// ever.
///
/// @param trust decides about the relay's key; empty if it is spoken to plainly
/// @param version of the frames that is offered first
/// @param proxy that leads there
record Handshake(
        URI uri,
        String token,
        Optional<RelayTrust> trust,
        int version,
        Optional<InetSocketAddress> proxy,
        Duration answerWithin) {
    /// A char takes at most three bytes of UTF-8; the rest is the frame's own header.
    private static final int INCOMING_BYTES_MAX = 3 * Limits.SERVER_FRAME_CHARS_MAX + 64;

    private static final int UPGRADE_REQUIRED = 426;

    /// Blocks until the endpoint is open or cannot be opened. A relay that does not speak the
    /// offered version is asked once more for each one before it: every build speaks its own and
    /// the one before, so the first that is taken is the newest common one.
    void open(Endpoint endpoint) throws DeploymentException, IOException {
        int offered = version;
        while (true) {
            try {
                open(endpoint, offered);
                return;
            } catch (DeploymentException refused) {
                if (!isOtherVersion(refused) || offered == ProtocolVersion.OLDEST) {
                    throw refused;
                }
                offered--;
            }
        }
    }

    private static boolean isOtherVersion(DeploymentException refused) {
        return refused instanceof DeploymentHandshakeException handshake
                && handshake.getHttpStatusCode() == UPGRADE_REQUIRED;
    }

    private void open(Endpoint endpoint, int offered) throws DeploymentException, IOException {
        ClientManager client = ClientManager.createClient(GrizzlyClientContainer.class.getName());
        Map<String, Object> properties = client.getProperties();
        properties.put(
                ClientProperties.HANDSHAKE_TIMEOUT, Math.toIntExact(answerWithin.toMillis()));
        properties.put(ClientProperties.INCOMING_BUFFER_SIZE, INCOMING_BYTES_MAX);
        proxy.ifPresent(place ->
                properties.put(
                        ClientProperties.PROXY_URI,
                        "http://" + place.getHostString() + ":" + place.getPort()));
        trust.ifPresent(rule ->
                properties.put(
                        ClientProperties.SSL_ENGINE_CONFIGURATOR,
                        new SslEngineConfigurator(rule.context(), true, false, false)));
        ClientEndpointConfig config =
                ClientEndpointConfig.Builder.create()
                        .configurator(new Headers(token, offered))
                        .build();
        client.connectToServer(endpoint, config, uri);
    }

    /// Why it was not opened, if that was the relay's key: what Tyrus tells of it is less.
    Optional<String> keyFault() {
        return trust.flatMap(RelayTrust::refused).map(UntrustedKeyException::code);
    }

    /// Prints no token.
    @Override
    public String toString() {
        return "Handshake[" + uri + "]";
    }

    private static final class Headers extends ClientEndpointConfig.Configurator {
        private final String token;
        private final int version;

        Headers(String token, int version) {
            this.token = token;
            this.version = version;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            // An origin says that a web page asks; relays refuse pages. Tyrus names one of its own.
            headers.remove("Origin");
            headers.put("Authorization", List.of("Bearer " + token));
            headers.put(ProtocolVersion.HEADER, List.of(Integer.toString(version)));
        }
    }
}
