/// The port to the conversations' logs: append, page, standing of members. Callers may be any
/// thread; reads block on the store. Knows no Redis and no session.
@NullMarked
package baton.relay.log;

import org.jspecify.annotations.NullMarked;
