/// The relay as a whole: real processes, real sockets, a real Redis.
@NullMarked
package baton.relay.app;

import org.jspecify.annotations.NullMarked;
