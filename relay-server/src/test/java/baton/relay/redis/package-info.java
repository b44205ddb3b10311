/// The ports on a real Redis that each test class starts for itself, on a socket file.
@NullMarked
package baton.relay.redis;

import org.jspecify.annotations.NullMarked;
