/// The ports of `log`, `feed`, `node` and `account` on Redis, and the connections to it. Callers
/// may be any thread; all calls block on Redis but those of the commit lanes. Knows no session and
/// no socket, and nobody but wiring knows this package.
@NullMarked
package baton.relay.redis;

import org.jspecify.annotations.NullMarked;
