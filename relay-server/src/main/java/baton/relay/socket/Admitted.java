package baton.relay.socket;

import baton.relay.account.Accounts;
import baton.relay.session.Identity;
import org.glassfish.grizzly.Connection;

/// What the gate hands over to the endpoint in the same call: who comes in, and the connection
/// below the WebSocket, which alone can free a writer that is stuck.
///
/// @param version of the frames that both sides speak
record Admitted(Accounts.Verified who, int version, Connection<?> connection) {
    /// Bound while a handshake is answered.
    static final ScopedValue<Admitted> NOW = ScopedValue.newInstance();

    Identity identity() {
        return new Identity(
                who.account(),
                who.device().device(),
                who.name(),
                who.device().name(),
                who.device().platform(),
                version);
    }
}
