/// Sessions stepped on one thread over the in-memory twins of the ports: no socket, no store, no
/// clock.
@NullMarked
package baton.relay.session;

import org.jspecify.annotations.NullMarked;
