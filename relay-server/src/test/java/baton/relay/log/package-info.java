/// The contract of the ports of `log`, run by the in-memory twin and by Redis alike, and the tests
/// of what is decided here.
@NullMarked
package baton.relay.log;

import org.jspecify.annotations.NullMarked;
