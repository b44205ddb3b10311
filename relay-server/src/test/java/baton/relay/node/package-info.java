/// The contract of the ports of `node`, run by the in-memory twin and by Redis alike, and the tests
/// of what is decided here.
@NullMarked
package baton.relay.node;

import org.jspecify.annotations.NullMarked;
