/// Decides before a socket becomes a session: version, token, origin, number of connections and
/// tries. Called on the few threads of the gate and by the handlers of requests; blocks on the
/// accounts' store, never on a session. Knows no socket.
@NullMarked
package baton.relay.admission;

import org.jspecify.annotations.NullMarked;
