/// The words of Baton as plain data: ids, events, registers, spans. Every type is immutable and may
/// be read by any thread. Nothing here performs I/O, reads a clock or draws random numbers.
@NullMarked
package baton.model;

import org.jspecify.annotations.NullMarked;
