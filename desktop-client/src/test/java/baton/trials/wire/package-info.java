/// Many WebSockets on one thread: what a crowd of devices costs where the relay is measured.
@NullMarked
package baton.trials.wire;

import org.jspecify.annotations.NullMarked;
