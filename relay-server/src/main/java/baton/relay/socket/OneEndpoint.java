package baton.relay.socket;

import jakarta.websocket.server.ServerEndpointConfig;

/// Gives the library the one endpoint that was made by wiring, instead of letting it make its own.
final class OneEndpoint extends ServerEndpointConfig.Configurator {
    private final RelayEndpoint endpoint;

    OneEndpoint(RelayEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(endpoint);
    }

    /// The gate has looked at the origin.
    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }
}
