/// The contract of the ports of `feed`, run by the in-memory twin and by Redis alike, and the tests
/// of what is decided here.
@NullMarked
package baton.relay.feed;

import org.jspecify.annotations.NullMarked;
