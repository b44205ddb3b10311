/// The benchmark: workloads on real relays and real Redis servers, and what they cost.
@NullMarked
package baton.trials.bench;

import org.jspecify.annotations.NullMarked;
