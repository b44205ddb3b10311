/// The production engine, turn and relay sessions on virtual time: no socket, no disk, no clock,
/// one thread, one seed. Whatever happens here can be replayed to the letter.
@NullMarked
package baton.simulation;

import org.jspecify.annotations.NullMarked;
