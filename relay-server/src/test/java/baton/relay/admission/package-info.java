/// Limits under a clock of the test's own.
@NullMarked
package baton.relay.admission;

import org.jspecify.annotations.NullMarked;
