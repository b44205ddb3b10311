/// The fault campaign: real relays, Redis and devices while a nemesis kills, stops and cuts them
/// off, and a checker that believes only what the senders wrote down.
@NullMarked
package baton.trials.faults;

import org.jspecify.annotations.NullMarked;
