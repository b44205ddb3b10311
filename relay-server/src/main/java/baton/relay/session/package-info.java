/// One connected device at the relay: its frames, its credit, what it is told. Each session runs on
/// one virtual thread over a bounded inbox; everybody else only offers to that inbox. Knows the
/// ports of `log`, `feed` and `node`; never Redis, Tyrus or a socket.
@NullMarked
package baton.relay.session;

import org.jspecify.annotations.NullMarked;
