/// The sync engine: every decision of a device as plain functions over plain data. One input in, a
/// list of effects out; time, ids and random numbers arrive as inputs. Runs on the `sync` thread,
/// or on the single thread of a simulation; imports nothing of the other desktop packages.
@NullMarked
package baton.desktop.sync;

import org.jspecify.annotations.NullMarked;
