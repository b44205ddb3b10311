/// What travels between a device and a relay: the frames, their limits, their refusals and the one
/// codec. No I/O and no knowledge of either side's state; only `FrameCodec` knows JSON.
@NullMarked
package baton.protocol;

import org.jspecify.annotations.NullMarked;
