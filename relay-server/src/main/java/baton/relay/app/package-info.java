/// The relay as a program: flags, wiring, the Redis that it brings along. The only package that
/// makes threads, clocks and random numbers, and the only one that knows all others; nobody imports
/// it.
@NullMarked
package baton.relay.app;

import org.jspecify.annotations.NullMarked;
